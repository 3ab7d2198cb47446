import { Photo } from '@/components/ui/Photo'
import { type StoryProps, StoryText } from './StoryText'

const sizes = '(min-width: 48rem) 15rem, 7.5rem'

/** A story in a list: picture at the right on phones, at the left from 768 px; the standfirst only there. */
export function StoryRow({ story, now }: StoryProps) {
  const styles = {
    headline: story.image ? 'text-18 leading-normal md:text-22' : 'text-22 md:text-27',
    standfirst: `max-w-measure text-16 text-quiet ${story.image ? 'hidden md:block' : ''}`,
  }
  return (
    <li className="story flex gap-4 py-4 md:gap-6">
      <div className="grid flex-1 content-start gap-1">
        <StoryText story={story} now={now} level="h2" {...styles} hasKicker />
      </div>
      {story.image && (
        <div className="w-30 shrink-0 md:order-first md:w-60">
          <Photo picture={story.image} sizes={sizes} widest={480} isDecorative />
        </div>
      )}
    </li>
  )
}
