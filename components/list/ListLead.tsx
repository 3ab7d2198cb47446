import { edgeToEdge, Photo } from '@/components/ui/Photo'
import { type StoryProps, StoryText } from './StoryText'

const sizes = `(min-width: 64rem) 44rem, ${edgeToEdge}`

/** The first story of a list. Without a picture it is set as text, larger. */
export function ListLead({ story, now }: StoryProps) {
  const headline = story.image ? 'text-27 lg:text-34' : 'text-34 lg:text-42'
  const styles = { headline, standfirst: 'text-18 text-quiet' }
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
        <StoryText story={story} now={now} level="h2" {...styles} hasKicker />
      </div>
    </article>
  )
}
