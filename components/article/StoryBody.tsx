import type { Picture } from '@/lib/content-model/article'
import type { Block, Body } from '@/lib/content-model/body'
import type { BlockView } from './blocks/block-view'
import { blockViews } from './blocks/block-views'

type StoryBodyProps = { body: Body; dateline?: string | null; pictures: Record<number, Picture> }

/** The story itself. The dateline stands at the head of its first paragraph. */
export function StoryBody({ body, dateline, pictures }: StoryBodyProps) {
  const opening = body.findIndex((block) => block.kind === 'paragraph')
  return (
    <div className="prose grid max-w-measure gap-5 text-18 md:text-19">
      {body.map((block, index) => {
        const View = blockViews[block.kind] as BlockView<Block>
        return (
          <View
            // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no identity but their place
            key={index}
            block={block}
            dateline={index === opening ? dateline : null}
            pictures={pictures}
          />
        )
      })}
    </div>
  )
}
