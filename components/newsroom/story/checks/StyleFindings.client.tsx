'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/Button'
import { formatNumber } from '@/lib/bengali/numbers'

/** A finding of the house style as the list shows it. */
export type ShownFinding = {
  key: string
  text: string
  message: string
  suggestion: string | null
  show: () => void
  fix: () => void
}

type StyleFindingsProps = { findings: ShownFinding[]; readOnly: boolean }

const maxShown = 40

/** The house style findings. A click shows a finding in the text or corrects it. */
export function StyleFindings({ findings, readOnly }: StyleFindingsProps) {
  const t = useTranslations('newsroomChecks')
  if (findings.length === 0) return <p className="text-16 text-quiet">{t('noFindings')}</p>
  return (
    <>
      <ul className="grid">
        {findings.slice(0, maxShown).map(({ key, text, message, suggestion, show, fix }) => (
          <li key={key} className="grid border-b border-rule py-1">
            <p className="text-14 text-quiet">{message}</p>
            <div className="flex flex-wrap items-center gap-x-2">
              <p className="min-w-0 flex-1 text-16">
                {suggestion === null ? (
                  `“${text}”`
                ) : (
                  <>
                    <del>{text}</del> →{' '}
                    <ins className="font-bold no-underline">{suggestion || '∅'}</ins>
                  </>
                )}
              </p>
              <Button variant="link" isPadded aria-label={`${t('see')}: ${text}`} onClick={show}>
                {t('see')}
              </Button>
              {suggestion !== null && !readOnly && (
                <Button
                  variant="link"
                  isBold
                  isPadded
                  aria-label={`${t('fix')}: ${text}`}
                  onClick={fix}
                >
                  {t('fix')}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
      {findings.length > maxShown && (
        <p className="text-14 text-quiet">
          {t('more', { count: formatNumber(findings.length - maxShown) })}
        </p>
      )}
    </>
  )
}
