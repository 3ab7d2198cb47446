import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ActForm } from '@/components/newsroom/act/ActForm.client'
import { Fold } from '@/components/newsroom/act/Fold'
import { SearchBox } from '@/components/newsroom/act/SearchBox'
import { PersonRow } from '@/components/newsroom/people/PersonRow'
import { roleField } from '@/components/newsroom/people/role-field'
import { requireActor } from '@/lib/auth/session'
import { listPeople } from '@/lib/auth/staff-queries'
import { toBengaliDigits } from '@/lib/bengali/digits'
import { inviteAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('newsroom')
  return { title: t('people') }
}

/** Everybody of the newsroom, and the door for somebody new. */
export default async function PeoplePage({ searchParams }: PageProps<'/newsroom/people'>) {
  await requireActor('people')
  const asked = (await searchParams).q
  const typed = typeof asked === 'string' ? asked.slice(0, 200) : ''
  const people = await listPeople(typed)
  const t = await getTranslations('newsroomPeople')
  const roles = await getTranslations('newsroomRoles')
  const auth = await getTranslations('newsroomAuth')
  return (
    <>
      <h1 className="text-27">{t('title')}</h1>
      <div className="max-w-measure">
        <Fold title={t('invite')}>
          <ActForm
            action={inviteAction}
            fields={[
              { kind: 'line', name: 'name', label: auth('name'), maxLength: 100, required: true },
              {
                ...{ kind: 'line', name: 'email', label: auth('email'), type: 'email' },
                ...{ maxLength: 254, required: true, inputMode: 'email' },
              },
              roleField(t('role'), roles, 'reporter'),
            ]}
            submit={t('invite')}
          >
            <p className="text-16">{t('inviteHint')}</p>
          </ActForm>
        </Fold>
      </div>
      <SearchBox label={t('search')} typed={typed} />
      <p className="text-14 text-quiet">{t('count', { count: toBengaliDigits(people.length) })}</p>
      {people.length === 0 && <p className="text-16">{t('nobody')}</p>}
      <ul className="grid border-t border-rule">
        {people.map((person) => (
          <PersonRow key={person.id} person={person} />
        ))}
      </ul>
    </>
  )
}
