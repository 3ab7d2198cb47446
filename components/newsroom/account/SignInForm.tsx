import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/newsroom/forms/ActionForm.client'
import type { FormAction } from '@/components/newsroom/forms/form-state'
import { ButtonLink } from '@/components/ui/ButtonLink'

type SignInFormProps = { action: FormAction; to: string }

/** E-mail and password. */
export function SignInForm({ action, to }: SignInFormProps) {
  const t = useTranslations('newsroomAuth')
  return (
    <>
      <ActionForm
        action={action}
        hiddenFields={{ to }}
        fields={[
          {
            kind: 'line',
            name: 'email',
            label: t('email'),
            type: 'email',
            autoComplete: 'username',
            inputMode: 'email',
            required: true,
            maxLength: 254,
          },
          {
            kind: 'line',
            name: 'password',
            label: t('password'),
            type: 'password',
            autoComplete: 'current-password',
            required: true,
            maxLength: 1000,
          },
        ]}
        submit={t('enter')}
        busy={t('entering')}
      />
      <ButtonLink href="/newsroom/reset" className="justify-self-start">
        {t('forgot')}
      </ButtonLink>
    </>
  )
}
