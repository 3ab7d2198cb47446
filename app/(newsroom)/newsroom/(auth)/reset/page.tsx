import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { askForResetAction } from '@/app/(newsroom)/newsroom/(auth)/_actions/reset-action'
import { ActionForm } from '@/components/newsroom/forms/ActionForm.client'
import { ButtonLink } from '@/components/ui/ButtonLink'
import { signInPath } from '@/lib/auth/paths'
import { canSendEmail } from '@/lib/email'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('newsroomAuth')
  return { title: t('forgot') }
}

/** The page for a forgotten password: it sends an e-mail, or without a mail server refers to an admin. */
export default async function ResetPage() {
  const t = await getTranslations('newsroomAuth')
  return (
    <>
      <h1 className="text-27">{t('forgot')}</h1>
      <p className="text-16">{t(canSendEmail() ? 'resetByMail' : 'resetByAdmin')}</p>
      {canSendEmail() && (
        <ActionForm
          action={askForResetAction}
          fields={[
            {
              kind: 'line',
              name: 'email',
              label: t('email'),
              type: 'email',
              maxLength: 254,
              required: true,
              autoComplete: 'username',
              inputMode: 'email',
            },
          ]}
          submit={t('sendLink')}
        />
      )}
      <p>
        <ButtonLink href={signInPath('')}>{t('toSignIn')}</ButtonLink>
      </p>
    </>
  )
}
