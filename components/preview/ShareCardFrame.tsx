import { useTranslations } from 'next-intl'
import type { CSSProperties } from 'react'
import type { ShareText } from '@/lib/seo/share-text'

type ShareCardFrameProps = {
  text: ShareText
  /** Where the picture is drawn. */
  cardPath: string | null
}

// Facebook's own measures and colours, not the paper's: readers' stylesheet has no words for them.
const frame: CSSProperties = {
  maxWidth: 524,
  margin: '1.5rem auto',
  border: '1px solid light-dark(#ced0d4, #3e4042)',
  fontFamily: 'Helvetica, Arial, sans-serif',
}
const picture: CSSProperties = { display: 'block', width: '100%', height: 'auto' }
const words: CSSProperties = {
  background: 'light-dark(#f2f3f5, #242526)',
  padding: '10px 12px',
  lineHeight: 1.35,
}
const host: CSSProperties = {
  fontSize: 12,
  color: 'light-dark(#606770, #b0b3b8)',
  textTransform: 'uppercase',
}
const lines = (count: number): CSSProperties => ({
  display: '-webkit-box',
  WebkitBoxOrient: 'vertical',
  WebkitLineClamp: count,
  overflow: 'hidden',
})
const headline: CSSProperties = {
  ...lines(2),
  font: '600 16px/1.4 Helvetica, Arial, sans-serif',
  color: 'light-dark(#1d2129, #e4e6eb)',
}
const description: CSSProperties = {
  ...lines(1),
  fontSize: 14,
  color: 'light-dark(#606770, #b0b3b8)',
}

/**
 * A shared story as Facebook shows it: the card that is drawn for it, two lines of headline, one of description. While a
 * new card is drawn the old one stays, as browsers have it for an image whose address changes.
 */
export function ShareCardFrame({ text, cardPath }: ShareCardFrameProps) {
  const t = useTranslations('preview')
  return (
    <article style={frame}>
      {cardPath && (
        // biome-ignore lint/performance/noImgElement: what other sites fetch is one file
        <img src={cardPath} alt={t('card')} width={1200} height={630} style={picture} />
      )}
      <div style={words}>
        <p style={host}>{text.host}</p>
        <h1 style={headline}>{text.headline}</h1>
        <p style={description}>{text.description}</p>
      </div>
    </article>
  )
}
