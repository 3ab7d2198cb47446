import { useTranslations } from 'next-intl'
import { Stamp } from '@/components/ui/Stamp'

type StampsProps = { publishedAt: Date; changedAt: Date | null }

/** When the story came out, and when it was last changed in a way that readers were told of. */
export function Stamps({ publishedAt, changedAt }: StampsProps) {
  const t = useTranslations('article')
  return (
    <p className="text-14 text-quiet">
      {t('published')} <Stamp at={publishedAt} />
      {changedAt && (
        <>
          <span aria-hidden="true"> | </span>
          {t('updated')} <Stamp at={changedAt} />
        </>
      )}
    </p>
  )
}
