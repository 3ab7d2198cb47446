import { useTranslations } from 'next-intl'
import { edgeToEdge, Photo } from '@/components/ui/Photo'
import type { Picture } from '@/lib/content-model/article'

type StoryPictureProps = { picture: Picture; isLead?: boolean }

// The text column is 38 rem; the lead runs to the edges of a phone and over eight columns of the page.
const leadSizes = `(min-width: 64rem) 50rem, ${edgeToEdge}`
const bodySizes = '(min-width: 40rem) 38rem, 100vw'

/** A picture of the story with its caption and credit. */
export function StoryPicture({ picture, isLead = false }: StoryPictureProps) {
  const t = useTranslations('article')
  const words = picture.caption
  return (
    <figure className={isLead ? '-mx-4 md:mx-0' : undefined}>
      <Photo
        picture={picture}
        sizes={isLead ? leadSizes : bodySizes}
        widest={1600}
        isLead={isLead}
        isWhole={!isLead}
      />
      {(words || picture.credit) && (
        <figcaption className={`pt-2 text-14 text-quiet ${isLead ? 'px-4 md:px-0' : ''}`}>
          {words}
          {picture.credit && (
            <span className={words ? 'ml-2 inline-block border-l border-rule pl-2' : undefined}>
              {t('credit', { credit: picture.credit })}
            </span>
          )}
        </figcaption>
      )}
    </figure>
  )
}
