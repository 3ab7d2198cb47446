import { Headline } from '@/components/ui/Headline'
import { Kicker } from '@/components/ui/Kicker'
import { Photo } from '@/components/ui/Photo'
import { ListStamp } from '@/components/ui/Stamp'
import { articlePath, type StorySummary } from '@/lib/content-model/article'

type SecondProps = {
  story: StorySummary
  /** Under the lead a second is text on wide pages: one picture leads. */
  isUnderLead?: boolean
  now: Date
}

const sizes = '(min-width: 64rem) 18rem, (min-width: 48rem) 45vw, 7.5rem'

/** A story next in rank to the lead: a small picture at the right on phones, above the headline from 768 px. */
export function Second({ story, isUnderLead = false, now }: SecondProps) {
  return (
    <li
      className={`story flex gap-4 py-4 md:flex-col md:gap-2 ${isUnderLead ? 'lg:pt-0' : 'lg:first:pt-0'}`}
    >
      <div className="grid flex-1 content-start gap-1">
        {story.kicker && <Kicker text={story.kicker} />}
        <h2
          className={
            story.image ? 'text-18 leading-normal' : 'text-22 lg:text-18 lg:leading-normal'
          }
        >
          <a href={articlePath(story)} className="story-link">
            <Headline text={story.headline} />
          </a>
        </h2>
        {story.standfirst && (
          <p
            className={`line-clamp-3 text-16 text-quiet ${isUnderLead || !story.image ? 'hidden lg:[display:-webkit-box]' : 'hidden'}`}
          >
            {story.standfirst}
          </p>
        )}
        <ListStamp at={story.publicAt} now={now} />
      </div>
      {story.image && (
        <div className={`w-30 shrink-0 md:order-first md:w-full ${isUnderLead ? 'lg:hidden' : ''}`}>
          <Photo picture={story.image} sizes={sizes} widest={640} isDecorative />
        </div>
      )}
    </li>
  )
}
