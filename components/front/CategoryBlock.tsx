import { type StoryProps, StoryText } from '@/components/list/StoryText'
import { edgeToEdge, Photo } from '@/components/ui/Photo'
import { categoryPath } from '@/lib/content-model/category'
import type { FrontBlock } from '@/lib/front/front'

/** Two beats that alternate down the page: one story wide with lines beside it, or a row of equals. */
export type BlockLayout = 'lead' | 'row'

type CategoryBlockProps = { block: FrontBlock; layout: BlockLayout; now: Date }

/** A category's stories on the front page. */
export function CategoryBlock({ block, layout, now }: CategoryBlockProps) {
  const id = `front-${block.category.slug}`
  const [first, ...others] = block.stories
  return (
    <section aria-labelledby={id} className="section-rule later">
      <h2 id={id} className="py-2 text-22 lg:text-27">
        <a href={categoryPath(block.category)}>{block.category.name}</a>
      </h2>
      {layout === 'lead' ? (
        <div className="grid gap-x-6 gap-y-4 md:grid-cols-2">
          {first && <BlockOpener story={first} now={now} />}
          <ul className="hairlines border-t border-rule md:border-t-0 md:[&>*:first-child]:pt-0">
            {others.slice(0, 4).map((story) => (
              <BlockLine key={story.id} story={story} now={now} />
            ))}
          </ul>
        </div>
      ) : (
        <ul className="hairlines grid md:grid-cols-4 md:gap-6 md:[&>*]:border-t-0">
          {block.stories.slice(0, 4).map((story, index) => (
            <BlockColumn key={story.id} story={story} isFirst={index === 0} now={now} />
          ))}
        </ul>
      )}
    </section>
  )
}

const openerSizes = `(min-width: 64rem) 37rem, (min-width: 48rem) 45vw, ${edgeToEdge}`
const columnSizes = `(min-width: 64rem) 18rem, (min-width: 48rem) 22vw, ${edgeToEdge}`

/** The story that opens a block, wide. */
function BlockOpener({ story, now }: StoryProps) {
  const styles = {
    headline: 'text-22 lg:text-27',
    standfirst: 'hidden text-16 text-quiet md:block',
  }
  return (
    <article className="story grid content-start gap-2">
      {story.image && <Photo picture={story.image} sizes={openerSizes} widest={960} isDecorative />}
      <StoryText story={story} now={now} level="h3" {...styles} />
    </article>
  )
}

/** A line of text beside the opener; the standfirst where there is room. */
function BlockLine({ story, now }: StoryProps) {
  const styles = {
    headline: 'text-18 leading-normal',
    standfirst: 'line-clamp-2 hidden text-16 text-quiet lg:[display:-webkit-box]',
  }
  return (
    <li className="story grid content-start gap-1 py-3">
      <StoryText story={story} now={now} level="h3" {...styles} />
    </li>
  )
}

/** One of four equals; on phones the first has its picture and the rest are lines. A story without one is set larger. */
function BlockColumn({ story, isFirst, now }: StoryProps & { isFirst: boolean }) {
  const isLarge = isFirst || !story.image
  const styles = {
    headline: isLarge
      ? `text-22 ${story.image ? 'md:text-18 md:leading-normal' : ''}`
      : 'text-18 leading-normal',
    standfirst: !story.image && 'hidden text-16 text-quiet md:block',
  } as const
  return (
    <li className={`story grid content-start gap-2 md:py-0 ${isFirst ? 'pb-3' : 'py-3'}`}>
      {story.image && (
        <div className={isFirst ? undefined : 'hidden md:block'}>
          <Photo picture={story.image} sizes={columnSizes} widest={640} isDecorative />
        </div>
      )}
      <StoryText story={story} now={now} level="h3" {...styles} />
    </li>
  )
}
