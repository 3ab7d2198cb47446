import { Headline } from '@/components/ui/Headline'
import { Kicker } from '@/components/ui/Kicker'
import { edgeToEdge, Photo } from '@/components/ui/Photo'
import { ListStamp } from '@/components/ui/Stamp'
import { articlePath, type StorySummary } from '@/lib/content-model/article'

type FrontLeadProps = { story: StorySummary; now: Date }

const sizes = `(min-width: 64rem) 37rem, ${edgeToEdge}`

/** The story the paper leads with. */
export function FrontLead({ story, now }: FrontLeadProps) {
  return (
    <article className="story grid gap-3 pb-4 lg:pb-0">
      {story.image && (
        <div className="-mx-4 md:mx-0">
          <Photo picture={story.image} sizes={sizes} widest={1280} isLead isDecorative />
        </div>
      )}
      {story.kicker && <Kicker text={story.kicker} />}
      <h2 className={story.image ? 'text-27 md:text-34' : 'text-34 lg:text-42'}>
        <a href={articlePath(story)} className="story-link">
          <Headline text={story.headline} />
        </a>
      </h2>
      {story.standfirst && <p className="text-18 text-quiet">{story.standfirst}</p>}
      <ListStamp at={story.publicAt} now={now} />
    </article>
  )
}
