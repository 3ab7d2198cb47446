import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import {
  changePasswordAction,
  endSessionAction,
  endSessionsAction,
  renameSelfAction,
} from '@/app/(newsroom)/newsroom/(dashboard)/_actions/account-actions'
import { newPasswordFields } from '@/components/newsroom/account/password-fields'
import { SessionList } from '@/components/newsroom/account/SessionList'
import { ActionForm } from '@/components/newsroom/forms/ActionForm.client'
import { FormSection } from '@/components/newsroom/forms/FormSection'
import { ButtonLink } from '@/components/ui/ButtonLink'
import { Disclosure } from '@/components/ui/Disclosure'
import { twoStepPath } from '@/lib/auth/paths'
import type { UserRole } from '@/lib/auth/permissions'
import { requireSignedInUser } from '@/lib/auth/session'
import { toBengaliDigits } from '@/lib/bengali/digits'
import { paperNow } from '@/lib/clock'
import { listSessions } from '@/lib/users/queries'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('newsroom')
  return { title: t('account') }
}

/** The user's own account: name, password, second step and sessions. */
export default async function AccountPage() {
  const { actor, email, hasTwoStep, sessionId } = await requireSignedInUser()
  const sessions = await listSessions(actor.id, paperNow())
  const t = await getTranslations('newsroomAccount')
  const auth = await getTranslations('newsroomAuth')
  const roles = await getTranslations('newsroomRoles')
  return (
    <>
      <h1 className="text-27">{(await getTranslations('newsroom'))('account')}</h1>
      <p className="text-16">
        {email} · {roles(actor.role as UserRole)}
      </p>
      <FormSection title={t('name')} text={t('nameHint')}>
        <ActionForm
          action={renameSelfAction}
          fields={[
            {
              kind: 'line',
              name: 'name',
              label: auth('name'),
              maxLength: 100,
              required: true,
              value: actor.name,
              autoComplete: 'name',
            },
          ]}
          submit={t('save')}
          variant="plain"
        />
      </FormSection>
      <FormSection title={t('twoStep')} text={t(hasTwoStep ? 'twoStepOn' : 'twoStepOff')}>
        <p>
          <ButtonLink href={twoStepPath} variant="plain">
            {t(hasTwoStep ? 'manageTwoStep' : 'setUpTwoStep')}
          </ButtonLink>
        </p>
      </FormSection>
      <FormSection title={t('password')}>
        <Disclosure look="box" title={t('changePassword')}>
          <ActionForm
            action={changePasswordAction}
            fields={[
              {
                kind: 'line',
                name: 'current',
                label: t('currentPassword'),
                type: 'password',
                maxLength: 1_000,
                required: true,
                autoComplete: 'current-password',
              },
              ...newPasswordFields(auth),
            ]}
            submit={t('changePassword')}
          >
            <p className="text-16">{t('changePasswordTouches')}</p>
          </ActionForm>
        </Disclosure>
      </FormSection>
      <FormSection title={t('sessions')}>
        <SessionList sessions={sessions} currentId={sessionId} end={endSessionAction} />
        <Disclosure look="box" title={t('endSessions')} isGrave>
          <ActionForm action={endSessionsAction} submit={t('endSessions')} variant="grave">
            <p className="text-16">
              {t('endSessionsTouches', { count: toBengaliDigits(sessions.length) })}
            </p>
          </ActionForm>
        </Disclosure>
      </FormSection>
    </>
  )
}
