import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import {
  choosePasswordAction,
  createFirstAdminAction,
} from '@/app/(newsroom)/newsroom/(auth)/_actions/one-time-link-actions'
import { newPasswordFields } from '@/components/newsroom/account/password-fields'
import { ActionForm } from '@/components/newsroom/forms/ActionForm.client'
import type { FieldSpec } from '@/components/newsroom/forms/field-spec'
import { paperNow } from '@/lib/clock'
import { findLink } from '@/lib/users/one-time-link-queries'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('newsroomAuth')
  return { title: t('comeIn') }
}

/** The page of a one-time link. Opening it does not consume the link, because mail programs open links too. */
export default async function LinkPage({ params }: PageProps<'/newsroom/link/[token]'>) {
  const { token } = await params
  const link = await findLink(token, paperNow())
  if (!link) notFound()
  const t = await getTranslations('newsroomAuth')
  const passwords = newPasswordFields(t)
  if (!link.user) {
    return (
      <>
        <h1 className="text-27">{t('firstAdmin')}</h1>
        <p className="text-16">{t('firstAdminHint')}</p>
        <ActionForm
          action={createFirstAdminAction}
          hiddenFields={{ token }}
          fields={[...identityFields(t), ...passwords]}
          submit={t('comeIn')}
          busy={t('entering')}
        />
      </>
    )
  }
  const { name, email } = link.user
  return (
    <>
      <h1 className="text-27">
        {t(link.purpose === 'invite' ? 'invited' : 'newPassword', { name })}
      </h1>
      <p className="text-16">{t('choosePassword', { email })}</p>
      <ActionForm
        action={choosePasswordAction}
        hiddenFields={{ token }}
        fields={passwords}
        submit={t('comeIn')}
        busy={t('entering')}
      />
    </>
  )
}

const identityFields = (t: (word: 'name' | 'email') => string): FieldSpec[] => [
  {
    kind: 'line',
    name: 'name',
    label: t('name'),
    maxLength: 100,
    required: true,
    autoComplete: 'name',
  },
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
]
