import { Headline } from '@/components/ui/Headline'
import { Kicker } from '@/components/ui/Kicker'
import { edgeToEdge, Photo } from '@/components/ui/Photo'
import { ListStamp } from '@/components/ui/Stamp'
import { articlePath, type StorySummary } from '@/lib/content-model/article'

type ListLeadProps = { story: StorySummary; now: Date }

const sizes = `(min-width: 64rem) 44rem, ${edgeToEdge}`

/** The first story of a list. Without a picture it is set as text, larger. */
export function ListLead({ story, now }: ListLeadProps) {
  return (
    <article className="story grid gap-4 pb-6 lg:grid-cols-12 lg:gap-6">
      {story.image && (
        <div className="-mx-4 md:mx-0 lg:col-span-7">
          <Photo picture={story.image} sizes={sizes} widest={1280} isLead isDecorative />
        </div>
      )}
      <div
        className={`grid content-start gap-2 ${story.image ? 'lg:col-span-5' : 'lg:col-span-9'}`}
      >
        {story.kicker && <Kicker text={story.kicker} />}
        <h2 className={story.image ? 'text-27 lg:text-34' : 'text-34 lg:text-42'}>
          <a href={articlePath(story)} className="story-link">
            <Headline text={story.headline} />
          </a>
        </h2>
        {story.standfirst && <p className="text-18 text-quiet">{story.standfirst}</p>}
        <ListStamp at={story.publicAt} now={now} />
      </div>
    </article>
  )
}
