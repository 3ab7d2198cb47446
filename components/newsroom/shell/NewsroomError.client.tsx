'use client'

import { unstable_isUnrecognizedActionError as isUnrecognizedActionError } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { reloadWithSubmission } from '@/components/newsroom/forms/submitted-fields'
import { Button } from '@/components/ui/Button'
import { ErrorPage } from './ErrorPage'

/**
 * Shown where a page of the newsroom fails. A form of a page that was opened before the server was upgraded asks for a
 * command that the new release calls otherwise: the page is loaded anew, with what was typed.
 */
export function NewsroomError({ error, reset }: { error: Error; reset: () => void }) {
  const t = useTranslations('newsroom')
  const isOldPage = isUnrecognizedActionError(error)
  return (
    <ErrorPage
      title={t(isOldPage ? 'oldPageTitle' : 'brokenTitle')}
      text={t(isOldPage ? 'oldPage' : 'broken')}
      startLabel={t('toStart')}
    >
      <Button onClick={isOldPage ? reloadWithSubmission : reset} variant="main">
        {t(isOldPage ? 'reload' : 'again')}
      </Button>
    </ErrorPage>
  )
}
