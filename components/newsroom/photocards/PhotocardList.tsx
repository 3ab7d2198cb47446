import { useTranslations } from 'next-intl'
import { CopyButton } from '@/components/newsroom/preview/CopyButton.client'
import { buttonClass } from '@/components/ui/button-class'
import { Field } from '@/components/ui/Field'
import { formatStamp, toIsoInZone } from '@/lib/bengali/calendar/dates'
import {
  type Photocard,
  type PhotocardStory,
  photocardDownload,
  photocardPath,
  photocardSizes,
  photocardTexts,
} from '@/lib/photocards/photocard'
import { formatCode, verifyPath } from '@/lib/urls/verify-address'

type PhotocardListProps = { story: PhotocardStory; siteUrl: string }

/** The photocards of the story, newest first. */
export function PhotocardList({ story, siteUrl }: PhotocardListProps) {
  const t = useTranslations('newsroomPhotocards')
  return (
    <section aria-labelledby="cards" className="grid gap-3 border-t-[3px] border-ink pt-3">
      <h2 id="cards" className="text-22">
        {t('made')}
      </h2>
      {story.cards.length === 0 && <p className="text-16 text-quiet">{t('none')}</p>}
      <ol className="grid gap-6 lg:grid-cols-2">
        {story.cards.map((card) => (
          <PhotocardRow key={card.code} id={story.id} card={card} siteUrl={siteUrl} />
        ))}
      </ol>
    </section>
  )
}

type PhotocardRowProps = { id: number; card: Photocard; siteUrl: string }

function PhotocardRow({ id, card, siteUrl }: PhotocardRowProps) {
  const t = useTranslations('newsroomPhotocards')
  const { code, words, size, madeAt, madeBy } = card
  const file = photocardDownload(id, code)
  const { width, height } = photocardSizes[size]
  return (
    <li className="grid gap-4 border-t border-rule pt-4 md:grid-cols-[10rem_minmax(0,1fr)]">
      {/* biome-ignore lint/performance/noImgElement: one file, made for other sites */}
      <img
        src={file}
        alt={photocardTexts(words).join(' – ')}
        width={width}
        height={height}
        loading="lazy"
        className="h-auto w-40 border border-rule"
      />
      <div className="grid min-w-0 content-start gap-2">
        <p className="text-16">
          <strong>{t(`templates.${words.template}`)}</strong> · {t(`sizes.${size}`)}
        </p>
        <p className="text-14 text-quiet">
          {madeBy}, <time dateTime={toIsoInZone(madeAt)}>{formatStamp(madeAt)}</time>
        </p>
        <p className="text-16">
          {t('code')} <strong className="whitespace-nowrap">{formatCode(code)}</strong>
        </p>
        <Address label={t('pictureAddress')} address={`${siteUrl}${photocardPath(code)}`} />
        <Address label={t('verifyAddress')} address={`${siteUrl}${verifyPath(code)}`} />
        <p>
          <a
            href={file}
            download
            className={buttonClass({ variant: 'link', isBold: true, isLink: true })}
          >
            {t('download')}
          </a>
        </p>
      </div>
    </li>
  )
}

/** An address with a button that copies it. */
function Address({ label, address }: { label: string; address: string }) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)_auto] items-end gap-x-3">
      <Field label={label} look="quiet" size="small" readOnly value={address} />
      <CopyButton text={address} />
    </div>
  )
}
