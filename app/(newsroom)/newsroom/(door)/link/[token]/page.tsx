import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { newPasswordFields } from '@/components/newsroom/account/password-fields'
import { ActForm } from '@/components/newsroom/act/ActForm.client'
import type { FieldSpec } from '@/components/newsroom/act/field-spec'
import { actAsVisitor } from '@/lib/auth/act'
import { findLink } from '@/lib/auth/link-commands'
import { choosePasswordAction, comeAsAdminAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('newsroomAuth')
  return { title: t('comeIn') }
}

/** What a one-time link opens. Looking does not use it up: mail programs look too. */
export default async function LinkPage({ params }: PageProps<'/newsroom/link/[token]'>) {
  const { token } = await params
  const link = await actAsVisitor((db) => findLink(db, token, new Date()))
  if (!link) notFound()
  const t = await getTranslations('newsroomAuth')
  const passwords = newPasswordFields(t)
  if (!link.user) {
    return (
      <>
        <h1 className="text-27">{t('firstAdmin')}</h1>
        <p className="text-16">{t('firstAdminHint')}</p>
        <ActForm
          action={comeAsAdminAction}
          about={{ token }}
          fields={[...whoFields(t), ...passwords]}
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
      <ActForm
        action={choosePasswordAction}
        about={{ token }}
        fields={passwords}
        submit={t('comeIn')}
        busy={t('entering')}
      />
    </>
  )
}

const whoFields = (t: (word: 'name' | 'email') => string): FieldSpec[] => [
  {
    ...{ kind: 'line', name: 'name', label: t('name'), maxLength: 100 },
    ...{ required: true, autoComplete: 'name' },
  },
  {
    ...{ kind: 'line', name: 'email', label: t('email'), type: 'email', maxLength: 254 },
    ...{ required: true, autoComplete: 'username', inputMode: 'email' },
  },
]
