'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { deliverLink } from '@/app/(newsroom)/_email/one-time-link-email'
import {
  type DoneMessage,
  doneState,
  type FormState,
  formText,
  refusedState,
} from '@/components/newsroom/forms/form-state'
import type { UserRole } from '@/lib/auth/permissions'
import { runAsCurrentUser } from '@/lib/commands/run-as'
import type { Outcome } from '@/lib/outcome'
import { findContributorByName } from '@/lib/taxonomy/queries'
import {
  blockUser,
  changeRole,
  createResetLink,
  editUser,
  endUserSessions,
  inviteUser,
  linkContributor,
  unblockUser,
  withdrawInvitation,
} from '@/lib/users/commands'

// The commands' schemas validate roles and numbers.
const roleOf = (form: FormData) => formText(form, 'role') as UserRole
const idOf = (form: FormData) => formText(form, 'id')

// The largest id, which no row has: the command then refuses it as unknown.
const unknown = 2_147_483_647

/** The form state for an outcome, with the typed values after a refusal. */
function toActionState(
  outcome: Outcome,
  done: DoneMessage,
  typed: Record<string, string> = {},
): FormState {
  if (!outcome.ok) return refusedState(outcome, typed)
  refresh()
  return doneState(done)
}

export async function inviteAction(_: FormState, form: FormData): Promise<FormState> {
  const [name, email, role] = [formText(form, 'name'), formText(form, 'email'), roleOf(form)]
  const outcome = await runAsCurrentUser(inviteUser, { name, email, role })
  if (!outcome.ok) return refusedState(outcome, { name, email, role })
  const link = await deliverLink(outcome.user, outcome.link)
  refresh()
  return { done: 'invited', link }
}

export async function editUserAction(_: FormState, form: FormData): Promise<FormState> {
  const typed = { name: formText(form, 'name'), email: formText(form, 'email') }
  const outcome = await runAsCurrentUser(editUser, { id: idOf(form), ...typed })
  return toActionState(outcome, 'saved', typed)
}

export async function changeRoleAction(_: FormState, form: FormData): Promise<FormState> {
  const role = roleOf(form)
  const outcome = await runAsCurrentUser(changeRole, { id: idOf(form), role })
  return toActionState(outcome, 'saved', { role })
}

export async function linkContributorAction(_: FormState, form: FormData): Promise<FormState> {
  const contributor = formText(form, 'contributor')
  const named = contributor.trim() ? await findContributorByName(contributor) : null
  const contributorId = contributor.trim() ? (named?.id ?? unknown) : null
  const outcome = await runAsCurrentUser(linkContributor, { id: idOf(form), contributorId })
  return toActionState(outcome, 'saved', { contributor })
}
export async function blockUserAction(_: FormState, form: FormData): Promise<FormState> {
  return toActionState(await runAsCurrentUser(blockUser, { id: idOf(form) }), 'blocked')
}

export async function unblockUserAction(_: FormState, form: FormData): Promise<FormState> {
  return toActionState(await runAsCurrentUser(unblockUser, { id: idOf(form) }), 'unblocked')
}

export async function endUserSessionsAction(_: FormState, form: FormData): Promise<FormState> {
  const outcome = await runAsCurrentUser(endUserSessions, { id: idOf(form) })
  return toActionState(outcome, 'sessionsEnded')
}

export async function withdrawInvitationAction(_: FormState, form: FormData): Promise<FormState> {
  const outcome = await runAsCurrentUser(withdrawInvitation, { id: idOf(form) })
  if (!outcome.ok) return refusedState(outcome)
  redirect('/newsroom/users')
}

export async function createResetLinkAction(_: FormState, form: FormData): Promise<FormState> {
  const withoutTwoStep = formText(form, 'withoutTwoStep') === 'on'
  const outcome = await runAsCurrentUser(createResetLink, { id: idOf(form), withoutTwoStep })
  if (!outcome.ok) return refusedState(outcome)
  const link = await deliverLink(outcome.user, outcome.link)
  refresh()
  return { done: 'linkMade', link }
}
