import { type StoryProps, StoryText } from '@/components/list/StoryText'
import { edgeToEdge, Photo } from '@/components/ui/Photo'

const sizes = `(min-width: 64rem) 37rem, ${edgeToEdge}`

/** The story the paper leads with. */
export function FrontLead({ story, now }: StoryProps) {
  const headline = story.image ? 'text-27 md:text-34' : 'text-34 lg:text-42'
  const styles = { headline, standfirst: 'text-18 text-quiet' }
  return (
    <article className="story grid gap-3 pb-4 lg:pb-0">
      {story.image && (
        <div className="-mx-4 md:mx-0">
          <Photo picture={story.image} sizes={sizes} widest={1280} isLead isDecorative />
        </div>
      )}
      <StoryText story={story} now={now} level="h2" {...styles} hasKicker />
    </article>
  )
}
