import type { SubheadingBlock } from '@/lib/content-model/blocks/subheading'
import type { BlockViewProps } from './block-view'

export function SubheadingView({ block }: BlockViewProps<SubheadingBlock>) {
  return <h2 className="pt-2 text-22">{block.text}</h2>
}
