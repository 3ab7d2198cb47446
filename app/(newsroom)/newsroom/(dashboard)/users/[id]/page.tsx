import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import {
  blockUserAction,
  changeRoleAction,
  createResetLinkAction,
  editUserAction,
  endUserSessionsAction,
  linkContributorAction,
  unblockUserAction,
  withdrawInvitationAction,
} from '@/app/(newsroom)/newsroom/(dashboard)/_actions/user-actions'
import { UserAccess } from '@/components/newsroom/users/UserAccess'
import { UserProfile } from '@/components/newsroom/users/UserProfile'
import { ButtonLink } from '@/components/ui/ButtonLink'
import { requireActor } from '@/lib/auth/session'
import { paperNow } from '@/lib/clock'
import { suggestNames } from '@/lib/taxonomy/queries'
import { findUser } from '@/lib/users/queries'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('newsroomUsers')
  return { title: t('title') }
}

/** The page of a user: profile, role and access. */
export default async function UserPage({ params }: PageProps<'/newsroom/users/[id]'>) {
  await requireActor('users')
  const { id } = await params
  const user = await findUser(id, paperNow())
  if (!user) notFound()
  const similar = await suggestNames('contributors', user.name)
  const t = await getTranslations('newsroomUsers')
  return (
    <>
      <p>
        <ButtonLink href="/newsroom/users">{t('all')}</ButtonLink>
      </p>
      <h1 className="text-27">{user.name}</h1>
      <UserProfile
        user={user}
        similarNames={similar.map(({ name }) => name)}
        edit={editUserAction}
        changeRole={changeRoleAction}
        linkContributor={linkContributorAction}
      />
      <UserAccess
        user={user}
        makeLink={createResetLinkAction}
        endSessions={endUserSessionsAction}
        block={blockUserAction}
        unblock={unblockUserAction}
        withdraw={withdrawInvitationAction}
      />
    </>
  )
}
