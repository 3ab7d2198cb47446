import { InlineText } from '@/components/article/InlineText'
import type { ListBlock } from '@/lib/content-model/blocks/list'
import type { BlockViewProps } from './block-view'

export function ListView({ block: { ordered, items } }: BlockViewProps<ListBlock>) {
  const children = items.map((item, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: items have no identity but their place
    <li key={index} className="pl-1">
      <InlineText content={item} />
    </li>
  ))
  return ordered ? (
    <ol className="grid list-[bengali] gap-2 pl-8">{children}</ol>
  ) : (
    <ul className="grid list-disc gap-2 pl-6">{children}</ul>
  )
}
