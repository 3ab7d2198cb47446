import type { Refusal } from '@/lib/outcome'
import type messages from '@/messages/bn.json'

/** The confirmation, a key of "newsroomDone" in bn.json. */
export type DoneMessage = keyof (typeof messages)['newsroomDone']

/** A link that is shown once. */
export type OneTimeLinkResult = {
  url: string
  /** The expiry of the link, in words. */
  until: string
  /** The address that the link was sent to; null when it must be passed on by hand. */
  mailedTo: string | null
  /** The mail server did not take it. */
  isMailBroken?: boolean
}

/** The result of a form's action: the refusal with the typed values (never a password), or what was done. */
export type FormState = {
  refusal?: Refusal
  /** The minutes to wait before the next try. */
  waitMinutes?: number
  /** Names of the fields at fault. */
  fields?: string[]
  typed?: Record<string, string>
  done?: DoneMessage
  link?: OneTimeLinkResult
  /** Codes that are shown once. */
  codes?: string[]
} | null

/** A server action behind a form. */
export type FormAction = (state: FormState, form: FormData) => Promise<FormState>

/** The value of a form field; empty when the field is missing or is a file. */
export function formText(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

type Refused = { reason: Refusal; fields?: string[]; waitMs?: number }

const minuteMs = 60_000

/** The form state for a refusal, with the typed values. */
export function refusedState(refused: Refused, typed: Record<string, string> = {}) {
  const { reason, fields, waitMs } = refused
  const waitMinutes = waitMs && Math.ceil(waitMs / minuteMs)
  return { refusal: reason, typed, ...(fields && { fields }), ...(waitMinutes && { waitMinutes }) }
}

export const doneState = (done: DoneMessage): FormState => ({ done })
