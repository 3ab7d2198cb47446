import { useTranslations } from 'next-intl'
import { ActForm } from '@/components/newsroom/act/ActForm.client'
import type { ActAction } from '@/components/newsroom/act/act-state'
import { Section } from '@/components/newsroom/act/Section'
import type { Person } from '@/lib/auth/person'
import { roleField } from './role-field'

type PersonFactsProps = {
  person: Person
  /** Names of contributors that are like theirs. */
  alike: string[]
  edit: ActAction
  changeRole: ActAction
  linkContributor: ActAction
}

/** Who somebody is: name and e-mail, what they may, and the name they write under. */
export function PersonFacts({ person, alike, ...actions }: PersonFactsProps) {
  const t = useTranslations('newsroomPeople')
  const auth = useTranslations('newsroomAuth')
  const roles = useTranslations('newsroomRoles')
  const about = { id: person.id }
  return (
    <>
      <Section title={t('who')}>
        <ActForm
          action={actions.edit}
          about={about}
          fields={[
            {
              ...{ kind: 'line', name: 'name', label: auth('name'), maxLength: 100 },
              ...{ required: true, value: person.name },
            },
            {
              ...{ kind: 'line', name: 'email', label: auth('email'), type: 'email' },
              ...{ maxLength: 254, required: true, value: person.email },
            },
          ]}
          submit={t('save')}
          manner="plain"
        />
      </Section>
      <Section title={t('role')} text={t('roleHint')}>
        <ActForm
          action={actions.changeRole}
          about={about}
          fields={[roleField(t('role'), roles, person.role)]}
          submit={t('changeRole')}
          manner="plain"
        />
      </Section>
      <Section title={t('contributor')} text={t('contributorHint')}>
        <ActForm
          action={actions.linkContributor}
          about={about}
          fields={[
            {
              ...{ kind: 'line', name: 'contributor', label: t('contributorName') },
              ...{ maxLength: 200, value: person.contributor?.name ?? '', suggestions: alike },
            },
          ]}
          submit={t('save')}
          manner="plain"
        />
      </Section>
    </>
  )
}
