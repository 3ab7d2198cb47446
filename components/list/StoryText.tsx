import { Headline } from '@/components/ui/Headline'
import { Kicker } from '@/components/ui/Kicker'
import { ListStamp } from '@/components/ui/Stamp'
import { articlePath, type StorySummary } from '@/lib/content-model/article'

/** Properties of a component that shows one story of a list. */
export type StoryProps = { story: StorySummary; now: Date }

type StoryTextProps = StoryProps & {
  level: 'h2' | 'h3'
  /** Classes of the headline. */
  headline: string
  /** Classes of the standfirst, which is not shown without them. */
  standfirst?: string | false
  hasKicker?: boolean
}

/** The text of a story in a list: kicker, headline as a link, standfirst and time. */
export function StoryText(props: StoryTextProps) {
  const { story, now, level: Level, headline, standfirst, hasKicker = false } = props
  return (
    <>
      {hasKicker && story.kicker && <Kicker text={story.kicker} />}
      <Level className={headline}>
        <a href={articlePath(story)} className="story-link">
          <Headline text={story.headline} />
        </a>
      </Level>
      {standfirst && story.standfirst && <p className={standfirst}>{story.standfirst}</p>}
      <ListStamp at={story.publicAt} now={now} />
    </>
  )
}
