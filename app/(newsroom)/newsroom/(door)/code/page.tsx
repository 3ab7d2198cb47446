import type { Metadata } from 'next'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ActForm } from '@/components/newsroom/act/ActForm.client'
import type { FieldSpec } from '@/components/newsroom/act/field-spec'
import { codePath, signInPath, wayBack } from '@/lib/auth/addresses'
import { currentSignedIn } from '@/lib/auth/session'
import { codeAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('newsroomAuth')
  return { title: t('secondStep') }
}

/** The second step: a code from the phone, or a recovery code for the day it is lost. */
export default async function CodePage({ searchParams }: PageProps<'/newsroom/code'>) {
  const asked = await searchParams
  const to = wayBack(asked.to)
  if (await currentSignedIn()) redirect(to)
  const t = await getTranslations('newsroomAuth')
  const isRecovery = asked.kind === 'recovery'
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
    ? { href: codePath(to), word: t('usePhone') }
    : {
        href: `${codePath(to)}${codePath(to).includes('?') ? '&' : '?'}kind=recovery`,
        word: t('useRecovery'),
      }
  return (
    <>
      <h1 className="text-27">{t('secondStep')}</h1>
      <ActForm
        key={String(isRecovery)}
        action={codeAction}
        fields={[code]}
        about={{ to, kind: isRecovery ? 'recovery' : 'phone' }}
        submit={t('enter')}
        busy={t('entering')}
      />
      <p className="flex flex-wrap gap-x-6">
        <DoorLink href={other.href}>{other.word}</DoorLink>
        <DoorLink href={signInPath(to)}>{t('startAgain')}</DoorLink>
      </p>
    </>
  )
}

const DoorLink = ({ href, children }: { href: string; children: string }) => (
  <Link href={href} prefetch={false} className="inline-flex min-h-11 items-center underline">
    {children}
  </Link>
)
