import { Kicker } from '@/components/ui/Kicker'
import { Photo } from '@/components/ui/Photo'
import { ListStamp } from '@/components/ui/Stamp'
import { articlePath, type StorySummary } from '@/lib/content-model/article'
import type { Matcher } from '@/lib/search/highlight'
import { MarkedHeadline, MarkedText } from './MarkedText'

type SearchHitRowProps = {
  story: StorySummary
  excerpt: string | null
  matches: Matcher
  now: Date
}

const sizes = '(min-width: 48rem) 10rem, 6rem'

/** A search hit: its category and time, the headline, and the text around the first match. */
export function SearchHitRow({ story, excerpt, matches, now }: SearchHitRowProps) {
  return (
    <li className="story flex gap-4 py-4 md:gap-6">
      <div className="grid flex-1 content-start gap-1">
        {story.kicker && <Kicker text={story.kicker} />}
        <h2 className="text-18 leading-normal md:text-22">
          <a href={articlePath(story)} className="story-link">
            <MarkedHeadline text={story.headline} matches={matches} />
          </a>
        </h2>
        {excerpt && (
          <p className="max-w-measure text-16 text-quiet">
            <MarkedText text={excerpt} matches={matches} />
          </p>
        )}
        <p className="flex gap-x-3 text-14 text-quiet">
          <span>{story.category.name}</span>
          <ListStamp at={story.publicAt} now={now} />
        </p>
      </div>
      {story.image && (
        <div className="w-24 shrink-0 md:order-first md:w-40">
          <Photo picture={story.image} sizes={sizes} widest={480} isDecorative />
        </div>
      )}
    </li>
  )
}
