import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { signInAction } from '@/app/(newsroom)/newsroom/(auth)/_actions/sign-in-action'
import { SignInForm } from '@/components/newsroom/account/SignInForm'
import { safeReturnPath } from '@/lib/auth/paths'
import { currentSignedInUser } from '@/lib/auth/session'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('newsroomAuth')
  return { title: t('signIn') }
}

export default async function SignInPage({ searchParams }: PageProps<'/newsroom/sign-in'>) {
  const to = safeReturnPath((await searchParams).to)
  if (await currentSignedInUser()) redirect(to)
  const t = await getTranslations('newsroomAuth')
  return (
    <>
      <h1 className="text-27">{t('signIn')}</h1>
      <SignInForm action={signInAction} to={to} />
    </>
  )
}
