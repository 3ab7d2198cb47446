import { Kicker } from '@/components/ui/Kicker'
import { Photo } from '@/components/ui/Photo'
import { ListStamp } from '@/components/ui/Stamp'
import { articlePath, type StorySummary } from '@/lib/articles/article'

type SecondProps = {
  story: StorySummary
  /** On the desktop only the first of them show their picture: the column must end with the lead. */
  hasPicture: boolean
  now: Date
}

const sizes = '(min-width: 64rem) 18rem, (min-width: 48rem) 45vw, 7.5rem'

/** A story next in rank to the lead: a small picture at the right on phones, above from 768 px. */
export function Second({ story, hasPicture, now }: SecondProps) {
  return (
    <li className="story flex gap-4 py-4 md:flex-col md:gap-2 md:py-0 lg:py-4 lg:first:pt-0">
      <div className="grid flex-1 content-start gap-1">
        {story.kicker && <Kicker text={story.kicker} />}
        <h2 className={story.image ? 'text-18 leading-normal' : 'text-22'}>
          <a href={articlePath(story)} className="story-link">
            {story.headline}
          </a>
        </h2>
        {!story.image && story.standfirst && (
          <p className="text-16 text-quiet">{story.standfirst}</p>
        )}
        <ListStamp at={story.publicAt} now={now} />
      </div>
      {story.image && (
        <div className={`w-30 shrink-0 md:order-first md:w-full ${hasPicture ? '' : 'lg:hidden'}`}>
          <Photo picture={story.image} sizes={sizes} widest={640} isDecorative />
        </div>
      )}
    </li>
  )
}
