import { useTranslations } from 'next-intl'
import { ReaderField, ReaderForm } from '@/components/reader-forms/ReaderForm'
import { toBengaliDigits } from '@/lib/bengali/digits'
import type { RefusedForm } from '@/lib/render-context/render-context'
import { type ReportField, reportLimits } from '@/lib/reports/report'

type ReportFormProps = {
  headline: string
  storyPath: string
  action: string
  token: string
  refused: RefusedForm | null
}

/** The form in which a reader reports a fault in a story. */
export function ReportForm({ headline, storyPath, action, token, refused }: ReportFormProps) {
  const t = useTranslations('report')
  const field = (name: ReportField) => ({
    name,
    label: t(name),
    hint: t(`${name}Hint`, { max: toBengaliDigits(reportLimits[name]) }),
    wrong: t(`${name}Wrong`, { max: toBengaliDigits(reportLimits[name]) }),
    maxLength: reportLimits[name],
    refused,
  })
  return (
    <div className="grid gap-6 py-6">
      <header className="section-rule grid max-w-measure gap-2 pt-3">
        <h1 className="text-27 md:text-34">{t('title')}</h1>
        <p className="text-18">
          <span className="text-quiet">{t('story')}:</span>{' '}
          <a href={storyPath} className="font-bold underline underline-offset-4">
            {headline}
          </a>
        </p>
        <p className="text-18">{t('about')}</p>
      </header>
      <ReaderForm action={action} token={token} send={t('send')} refused={refused}>
        <ReaderField {...field('fault')} rows={5} isRequired />
        <ReaderField {...field('passage')} rows={3} />
        <ReaderField {...field('contact')} autoComplete="off" />
      </ReaderForm>
    </div>
  )
}
