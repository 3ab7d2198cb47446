'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import {
  type ActState,
  type DoneWord,
  doneAct,
  refusedAct,
} from '@/components/newsroom/act/act-state'
import { textOf } from '@/components/newsroom/form-state'
import { act } from '@/lib/auth/act'
import type { PersonRole } from '@/lib/auth/person'
import {
  blockPerson,
  changeRole,
  editPerson,
  endPersonSessions,
  invitePerson,
  linkContributor,
  makeResetLink,
  unblockPerson,
  withdrawInvitation,
} from '@/lib/auth/staff-commands'
import type { Outcome } from '@/lib/outcome'
import { findContributorNamed } from '@/lib/people/queries'
import { handOverLink } from '../../../mail-link'

// The commands' own schemas say what roles and numbers there are.
const roleOf = (form: FormData) => textOf(form, 'role') as PersonRole
const idOf = (form: FormData) => textOf(form, 'id')

// The last number there is: nobody's, so that the command says of a name what it says of any unknown one.
const unknown = 2_147_483_647

/** What a form says of an outcome, with what was typed when it was refused. */
function tell(outcome: Outcome, done: DoneWord, typed: Record<string, string> = {}): ActState {
  if (!outcome.ok) return refusedAct(outcome, typed)
  refresh()
  return doneAct(done)
}

export async function inviteAction(_: ActState, form: FormData): Promise<ActState> {
  const [name, email, role] = [textOf(form, 'name'), textOf(form, 'email'), roleOf(form)]
  const outcome = await act((db, actor) =>
    invitePerson(db, actor, { name, email, role }, new Date()),
  )
  if (!outcome.ok) return refusedAct(outcome, { name, email, role })
  const link = await handOverLink(outcome.person, outcome.link)
  refresh()
  return { refused: null, done: 'invited', link }
}

export async function editPersonAction(_: ActState, form: FormData): Promise<ActState> {
  const typed = { name: textOf(form, 'name'), email: textOf(form, 'email') }
  const outcome = await act((db, actor) => editPerson(db, actor, { id: idOf(form), ...typed }))
  return tell(outcome, 'saved', typed)
}

export async function changeRoleAction(_: ActState, form: FormData): Promise<ActState> {
  const role = roleOf(form)
  const outcome = await act((db, actor) => changeRole(db, actor, { id: idOf(form), role }))
  return tell(outcome, 'saved', { role })
}

export async function linkContributorAction(_: ActState, form: FormData): Promise<ActState> {
  const contributor = textOf(form, 'contributor')
  const outcome = await act(async (db, actor) => {
    const named = contributor.trim() ? await findContributorNamed(contributor) : null
    const contributorId = contributor.trim() ? (named?.id ?? unknown) : null
    return linkContributor(db, actor, { id: idOf(form), contributorId })
  })
  return tell(outcome, 'saved', { contributor })
}
export async function blockPersonAction(_: ActState, form: FormData): Promise<ActState> {
  return tell(await act((db, actor) => blockPerson(db, actor, { id: idOf(form) })), 'blocked')
}

export async function unblockPersonAction(_: ActState, form: FormData): Promise<ActState> {
  return tell(await act((db, actor) => unblockPerson(db, actor, { id: idOf(form) })), 'unblocked')
}

export async function endPersonSessionsAction(_: ActState, form: FormData): Promise<ActState> {
  const outcome = await act((db, actor) => endPersonSessions(db, actor, { id: idOf(form) }))
  return tell(outcome, 'sessionsEnded')
}

export async function withdrawInvitationAction(_: ActState, form: FormData): Promise<ActState> {
  const outcome = await act((db, actor) => withdrawInvitation(db, actor, { id: idOf(form) }))
  if (!outcome.ok) return refusedAct(outcome)
  redirect('/newsroom/people')
}

export async function makeResetLinkAction(_: ActState, form: FormData): Promise<ActState> {
  const withoutTwoStep = textOf(form, 'withoutTwoStep') === 'on'
  const outcome = await act((db, actor) =>
    makeResetLink(db, actor, { id: idOf(form), withoutTwoStep }, new Date()),
  )
  if (!outcome.ok) return refusedAct(outcome)
  const link = await handOverLink(outcome.person, outcome.link)
  refresh()
  return { refused: null, done: 'linkMade', link }
}
