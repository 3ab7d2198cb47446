import { useTranslations } from 'next-intl'
import type { Picture } from '@/lib/content-model/article'
import type { Block, Body } from '@/lib/content-model/body'
import { InlineText } from './InlineText'
import { StoryPicture } from './StoryPicture'
import { StoryTable } from './StoryTable'

type StoryBodyProps = { body: Body; dateline?: string | null; pictures: Record<number, Picture> }

/** The story itself. The dateline stands at the head of its first paragraph. */
export function StoryBody({ body, dateline, pictures }: StoryBodyProps) {
  const opening = body.findIndex((block) => block.kind === 'paragraph')
  return (
    <div className="prose grid max-w-measure gap-5 text-18 md:text-19">
      {body.map((block, index) => (
        <BodyBlock
          // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no identity but their place
          key={index}
          block={block}
          dateline={index === opening ? dateline : null}
          pictures={pictures}
        />
      ))}
    </div>
  )
}

type BodyBlockProps = {
  block: Block
  dateline: string | null | undefined
  pictures: Record<number, Picture>
}

function BodyBlock({ block, dateline, pictures }: BodyBlockProps) {
  switch (block.kind) {
    case 'paragraph':
      return (
        <p>
          {dateline && <b className="pr-2">{dateline}</b>}
          <InlineText content={block.content} />
        </p>
      )
    case 'subheading':
      return <h2 className="pt-2 text-22">{block.text}</h2>
    case 'quote':
      return (
        <figure className="border-l-3 border-accent pl-4">
          <blockquote>
            <p>
              <InlineText content={block.content} />
            </p>
          </blockquote>
          {block.speaker && <figcaption className="text-16 text-quiet">{block.speaker}</figcaption>}
        </figure>
      )
    case 'list':
      return <StoryList ordered={block.ordered} items={block.items} />
    case 'image': {
      const picture = pictures[block.imageId]
      return picture ? <StoryPicture picture={picture} caption={block.caption} /> : null
    }
    case 'embed':
      return <Embed url={block.url} title={block.title} />
    case 'table':
      return <StoryTable table={block} />
  }
}

type ListBlock = Extract<Block, { kind: 'list' }>

function StoryList({ ordered, items }: Pick<ListBlock, 'ordered' | 'items'>) {
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

/** An embed, as a link: nothing is loaded from the other site before the reader follows it. */
function Embed({ url, title }: { url: string; title: string }) {
  const t = useTranslations('article')
  return (
    <p className="border-y border-rule py-3 text-16">
      <span className="text-quiet">{t('embed')} – </span>
      <a href={url} rel="noopener">
        {title}
      </a>{' '}
      <span className="text-14 text-quiet">({new URL(url).hostname.replace(/^www\./, '')})</span>
    </p>
  )
}
