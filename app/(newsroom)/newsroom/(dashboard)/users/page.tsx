import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { inviteAction } from '@/app/(newsroom)/newsroom/(dashboard)/_actions/user-actions'
import { ActionForm } from '@/components/newsroom/forms/ActionForm.client'
import { SearchBox } from '@/components/newsroom/forms/SearchBox'
import { roleField } from '@/components/newsroom/users/role-field'
import { UserRow } from '@/components/newsroom/users/UserRow'
import { Disclosure } from '@/components/ui/Disclosure'
import { requireActor } from '@/lib/auth/session'
import { toBengaliDigits } from '@/lib/bengali/digits'
import { listUsers } from '@/lib/users/queries'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('newsroom')
  return { title: t('users') }
}

/** The users of the newsroom, and a form to invite another. */
export default async function UsersPage({ searchParams }: PageProps<'/newsroom/users'>) {
  await requireActor('users')
  const query = (await searchParams).q
  const typed = typeof query === 'string' ? query.slice(0, 200) : ''
  const users = await listUsers(typed)
  const t = await getTranslations('newsroomUsers')
  const roles = await getTranslations('newsroomRoles')
  const auth = await getTranslations('newsroomAuth')
  return (
    <>
      <h1 className="text-27">{t('title')}</h1>
      <div className="max-w-measure">
        <Disclosure look="box" title={t('invite')}>
          <ActionForm
            action={inviteAction}
            fields={[
              { kind: 'line', name: 'name', label: auth('name'), maxLength: 100, required: true },
              {
                kind: 'line',
                name: 'email',
                label: auth('email'),
                type: 'email',
                maxLength: 254,
                required: true,
                inputMode: 'email',
              },
              roleField(t('role'), roles, 'reporter'),
            ]}
            submit={t('invite')}
          >
            <p className="text-16">{t('inviteHint')}</p>
          </ActionForm>
        </Disclosure>
      </div>
      <SearchBox label={t('search')} typed={typed} />
      <p className="text-14 text-quiet">{t('count', { count: toBengaliDigits(users.length) })}</p>
      {users.length === 0 && <p className="text-16">{t('nobody')}</p>}
      <ul className="grid border-t border-rule">
        {users.map((user) => (
          <UserRow key={user.id} user={user} />
        ))}
      </ul>
    </>
  )
}
