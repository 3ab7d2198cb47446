import { StoryPicture } from '@/components/article/StoryPicture'
import type { ImageBlock } from '@/lib/content-model/blocks/image'
import { inStory } from '@/lib/content-model/picture-words'
import type { BlockViewProps } from './block-view'

/** A picture of the library; nothing when it is gone. */
export function ImageView({ block, pictures }: BlockViewProps<ImageBlock>) {
  const picture = pictures[block.imageId]
  return picture ? <StoryPicture picture={inStory(picture, block)} /> : null
}
