import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/Button'
import { ButtonLink } from '@/components/ui/ButtonLink'
import { SelectField } from '@/components/ui/Select'
import { toBengaliDigits } from '@/lib/bengali/digits'
import { storyPath } from '@/lib/newsroom/draft/working-copy'
import type { RevisionSummary } from '@/lib/newsroom/revisions/revision'
import { RevisionList } from './RevisionList'

type RevisionsPageProps = {
  storyId: number
  headline: string
  revisions: { lines: RevisionSummary[]; hasMore: boolean }
  from: number
  to: number
  children: ReactNode
}

/** The list of revisions and the selected one beside it. The page works before its script has loaded. */
export function RevisionsPage(props: RevisionsPageProps) {
  const { storyId, headline, revisions, from, to, children } = props
  const t = useTranslations('newsroomTrail')
  const story = useTranslations('newsroomStory')
  const path = `${storyPath(storyId)}/revisions`
  const last = revisions.lines.at(-1)
  const numbers = [...new Set([to, from, ...revisions.lines.map(({ number }) => number)])]
    .filter((number) => number > 0)
    .toSorted((a, b) => b - a)
  return (
    <>
      <div>
        <ButtonLink href={storyPath(storyId)}>{t('toStory')}</ButtonLink>
        <h1 className="text-27">
          {t('titleOf', { headline: headline.trim() || story('untitled') })}
        </h1>
      </div>
      <div className="grid gap-8 lg:grid-cols-[20rem_minmax(0,1fr)]">
        <div className="grid content-start gap-4">
          <RevisionList path={path} lines={revisions.lines} shown={to} />
          {revisions.hasMore && last && (
            <ButtonLink href={`${path}?before=${last.number}`} isBold>
              {t('older')}
            </ButtonLink>
          )}
        </div>
        <div className="grid content-start gap-6">
          <form action={path} className="flex flex-wrap items-end gap-4">
            <NumberChoice name="from" label={t('compareWith')} chosen={from} numbers={numbers} />
            <NumberChoice name="to" label={t('compareTo')} chosen={to} numbers={numbers} />
            <Button type="submit">{t('compare')}</Button>
          </form>
          {children}
        </div>
      </div>
    </>
  )
}

type NumberChoiceProps = { name: string; label: string; chosen: number; numbers: number[] }

function NumberChoice({ name, label, chosen, numbers }: NumberChoiceProps) {
  return (
    <SelectField key={chosen} label={label} look="quiet" name={name} defaultValue={chosen}>
      {numbers.map((number) => (
        <option key={number} value={number}>
          {toBengaliDigits(number)}
        </option>
      ))}
    </SelectField>
  )
}
