import type { CSSProperties } from 'react'
import type { ShareCard } from '@/lib/seo/share-card'

type ShareCardFrameProps = { card: ShareCard }

// Facebook's own measures and colours, not the paper's: readers' stylesheet has no words for them.
const frame: CSSProperties = {
  maxWidth: 524,
  margin: '1.5rem auto',
  border: '1px solid light-dark(#ced0d4, #3e4042)',
  fontFamily: 'Helvetica, Arial, sans-serif',
}
const picture: CSSProperties = { width: '100%', aspectRatio: '1.91', objectFit: 'cover' }
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

/** A shared story as Facebook draws it: the picture cut to 1.91:1, two lines of headline, one of description. */
export function ShareCardFrame({ card }: ShareCardFrameProps) {
  const { focalX, focalY } = card.picture?.focus ?? { focalX: 0.5, focalY: 0.5 }
  return (
    <article style={frame}>
      {card.picture && (
        // biome-ignore lint/performance/noImgElement: what other sites fetch is one file
        <img
          src={card.picture.path}
          alt={card.picture.alt}
          width={1200}
          height={630}
          style={{ ...picture, objectPosition: `${focalX * 100}% ${focalY * 100}%` }}
        />
      )}
      <div style={words}>
        <p style={host}>{card.host}</p>
        <h1 style={headline}>{card.headline}</h1>
        <p style={description}>{card.description}</p>
      </div>
    </article>
  )
}
