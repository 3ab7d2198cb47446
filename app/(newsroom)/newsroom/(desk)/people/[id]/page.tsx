import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { PersonAccess } from '@/components/newsroom/people/PersonAccess'
import { PersonFacts } from '@/components/newsroom/people/PersonFacts'
import { requireActor } from '@/lib/auth/session'
import { findPerson } from '@/lib/auth/staff-queries'
import { listNames } from '@/lib/people/queries'
import {
  blockPersonAction,
  changeRoleAction,
  editPersonAction,
  endPersonSessionsAction,
  linkContributorAction,
  makeResetLinkAction,
  unblockPersonAction,
  withdrawInvitationAction,
} from '../actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('newsroomPeople')
  return { title: t('title') }
}

/** Somebody of the newsroom: who they are, what they may, and their way in. */
export default async function PersonPage({ params }: PageProps<'/newsroom/people/[id]'>) {
  await requireActor('people')
  const { id } = await params
  const person = await findPerson(id, new Date())
  if (!person) notFound()
  const alike = await listNames('contributors', person.name)
  const t = await getTranslations('newsroomPeople')
  return (
    <>
      <p>
        <Link
          href="/newsroom/people"
          prefetch={false}
          className="inline-flex min-h-11 items-center underline"
        >
          {t('all')}
        </Link>
      </p>
      <h1 className="text-27">{person.name}</h1>
      <PersonFacts
        person={person}
        alike={alike.map(({ name }) => name)}
        edit={editPersonAction}
        changeRole={changeRoleAction}
        linkContributor={linkContributorAction}
      />
      <PersonAccess
        person={person}
        makeLink={makeResetLinkAction}
        endSessions={endPersonSessionsAction}
        block={blockPersonAction}
        unblock={unblockPersonAction}
        withdraw={withdrawInvitationAction}
      />
    </>
  )
}
