import { useTranslations } from 'next-intl'
import { formatStamp } from '@/lib/bengali/calendar/dates'
import { toBengaliDigits } from '@/lib/bengali/digits'
import { isSmallForLead } from '@/lib/media/files/crop'
import type { PictureRecord } from '@/lib/media/library/library'

type PictureDetailsProps = { record: PictureRecord; canChange: boolean }

/** The picture's size, uploader and time; the shapes it is too small for, and who may change it. */
export function PictureDetails({ record, canChange }: PictureDetailsProps) {
  const t = useTranslations('newsroomMedia')
  const { picture, at, uploadedBy } = record
  const measure = t('measure', {
    width: toBengaliDigits(picture.width),
    height: toBengaliDigits(picture.height),
  })
  return (
    <div className="grid gap-1 text-16">
      <p className="text-quiet">
        {[measure, uploadedBy?.name ?? t('byPaper'), formatStamp(at)].join(' · ')}
      </p>
      {isSmallForLead(picture) && <p className="text-accent">{t('smallForLead')}</p>}
      {!canChange && <p>{t('notTheirs')}</p>}
    </div>
  )
}
