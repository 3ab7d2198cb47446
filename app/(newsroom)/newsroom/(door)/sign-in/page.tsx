import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { SignInForm } from '@/components/newsroom/account/SignInForm.client'
import { wayBack } from '@/lib/auth/addresses'
import { currentSignedIn } from '@/lib/auth/session'
import { signInAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('newsroomAuth')
  return { title: t('signIn') }
}

export default async function SignInPage({ searchParams }: PageProps<'/newsroom/sign-in'>) {
  const to = wayBack((await searchParams).to)
  if (await currentSignedIn()) redirect(to)
  const t = await getTranslations('newsroomAuth')
  return (
    <>
      <h1 className="text-27">{t('signIn')}</h1>
      <SignInForm action={signInAction} to={to} />
    </>
  )
}
