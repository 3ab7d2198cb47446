import { Headline } from '@/components/ui/Headline'
import { Kicker } from '@/components/ui/Kicker'
import { Photo } from '@/components/ui/Photo'
import { ListStamp } from '@/components/ui/Stamp'
import { articlePath, type StorySummary } from '@/lib/content-model/article'

type StoryRowProps = { story: StorySummary; now: Date }

const sizes = '(min-width: 48rem) 15rem, 7.5rem'

/** A story in a list: picture at the right on phones, at the left from 768 px; the standfirst only there. */
export function StoryRow({ story, now }: StoryRowProps) {
  return (
    <li className="story flex gap-4 py-4 md:gap-6">
      <div className="grid flex-1 content-start gap-1">
        {story.kicker && <Kicker text={story.kicker} />}
        <h2 className={story.image ? 'text-18 leading-normal md:text-22' : 'text-22 md:text-27'}>
          <a href={articlePath(story)} className="story-link">
            <Headline text={story.headline} />
          </a>
        </h2>
        {story.standfirst && (
          <p className={`max-w-measure text-16 text-quiet ${story.image ? 'hidden md:block' : ''}`}>
            {story.standfirst}
          </p>
        )}
        <ListStamp at={story.publicAt} now={now} />
      </div>
      {story.image && (
        <div className="w-30 shrink-0 md:order-first md:w-60">
          <Photo picture={story.image} sizes={sizes} widest={480} isDecorative />
        </div>
      )}
    </li>
  )
}
