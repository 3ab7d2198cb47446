import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { codeAction } from '@/app/(newsroom)/newsroom/(auth)/_actions/code-action'
import { ActionForm } from '@/components/newsroom/forms/ActionForm.client'
import type { FieldSpec } from '@/components/newsroom/forms/field-spec'
import { ButtonLink } from '@/components/ui/ButtonLink'
import { safeReturnPath, signInPath, twoStepCodePath } from '@/lib/auth/paths'
import { currentSignedInUser } from '@/lib/auth/session'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('newsroomAuth')
  return { title: t('secondStep') }
}

/** The second step: a code from the phone, or a recovery code for the day it is lost. */
export default async function CodePage({ searchParams }: PageProps<'/newsroom/code'>) {
  const query = await searchParams
  const to = safeReturnPath(query.to)
  if (await currentSignedInUser()) redirect(to)
  const t = await getTranslations('newsroomAuth')
  const isRecovery = query.kind === 'recovery'
  const code: FieldSpec = {
    kind: 'line',
    name: 'code',
    label: t(isRecovery ? 'recoveryCode' : 'phoneCode'),
    hint: t(isRecovery ? 'recoveryCodeHint' : 'phoneCodeHint'),
    maxLength: 40,
    required: true,
    autoComplete: isRecovery ? 'off' : 'one-time-code',
    inputMode: isRecovery ? 'text' : 'numeric',
  }
  const other = isRecovery
    ? { href: twoStepCodePath(to), word: t('usePhone') }
    : {
        href: `${twoStepCodePath(to)}${twoStepCodePath(to).includes('?') ? '&' : '?'}kind=recovery`,
        word: t('useRecovery'),
      }
  return (
    <>
      <h1 className="text-27">{t('secondStep')}</h1>
      <ActionForm
        key={String(isRecovery)}
        action={codeAction}
        fields={[code]}
        hiddenFields={{ to, kind: isRecovery ? 'recovery' : 'phone' }}
        submit={t('enter')}
        busy={t('entering')}
      />
      <p className="flex flex-wrap gap-x-6">
        <AuthLink href={other.href}>{other.word}</AuthLink>
        <AuthLink href={signInPath(to)}>{t('startAgain')}</AuthLink>
      </p>
    </>
  )
}

const AuthLink = ({ href, children }: { href: string; children: string }) => (
  <ButtonLink href={href}>{children}</ButtonLink>
)
