import { useTranslations } from 'next-intl'
import { LineForm } from '@/components/ui/LineForm'
import { verifyBasePath } from '@/lib/urls/verify-address'

type VerifyFormProps = {
  /** The last typed code, shown again. */
  typed?: string
}

/** The form for a photocard's code. A plain form: the server builds the address. */
export function VerifyForm({ typed = '' }: VerifyFormProps) {
  const t = useTranslations('verify')
  return (
    <LineForm
      action={verifyBasePath}
      name="code"
      label={t('label')}
      hint={t('hint')}
      submit={t('button')}
      required
      defaultValue={typed}
      maxLength={200}
      enterKeyHint="go"
      autoCapitalize="characters"
    />
  )
}
