import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/newsroom/forms/ActionForm.client'
import { FormSection } from '@/components/newsroom/forms/FormSection'
import type { FormAction } from '@/components/newsroom/forms/form-state'
import type { User } from '@/lib/auth/user'
import { roleField } from './role-field'

type UserProfileProps = {
  user: User
  /** Names of contributors that are like theirs. */
  similarNames: string[]
  edit: FormAction
  changeRole: FormAction
  linkContributor: FormAction
}

/** A user's profile: name, e-mail, role, and contributor. */
export function UserProfile({ user, similarNames, ...actions }: UserProfileProps) {
  const t = useTranslations('newsroomUsers')
  const auth = useTranslations('newsroomAuth')
  const roles = useTranslations('newsroomRoles')
  const hiddenFields = { id: user.id }
  return (
    <>
      <FormSection title={t('who')}>
        <ActionForm
          action={actions.edit}
          hiddenFields={hiddenFields}
          fields={[
            {
              kind: 'line',
              name: 'name',
              label: auth('name'),
              maxLength: 100,
              required: true,
              value: user.name,
            },
            {
              kind: 'line',
              name: 'email',
              label: auth('email'),
              type: 'email',
              maxLength: 254,
              required: true,
              value: user.email,
            },
          ]}
          submit={t('save')}
          variant="plain"
        />
      </FormSection>
      <FormSection title={t('role')} text={t('roleHint')}>
        <ActionForm
          action={actions.changeRole}
          hiddenFields={hiddenFields}
          fields={[roleField(t('role'), roles, user.role)]}
          submit={t('changeRole')}
          variant="plain"
        />
      </FormSection>
      <FormSection title={t('contributor')} text={t('contributorHint')}>
        <ActionForm
          action={actions.linkContributor}
          hiddenFields={hiddenFields}
          fields={[
            {
              kind: 'line',
              name: 'contributor',
              label: t('contributorName'),
              maxLength: 200,
              value: user.contributor?.name ?? '',
              suggestions: similarNames,
            },
          ]}
          submit={t('save')}
          variant="plain"
        />
      </FormSection>
    </>
  )
}
