import type { Refusal } from '@/lib/outcome'

/** What a form's action answered: why it was not done, and what had been typed (never a password). */
export type FormState = {
  refusal: Refusal
  /** For how many minutes to wait. */
  waitMinutes?: number
  /** Names of the fields at fault. */
  fields?: string[]
  typed?: Record<string, string>
} | null

/** A server action behind a form. */
export type FormAction = (state: FormState, form: FormData) => Promise<FormState>

/** What a field of a form holds; empty for a field that is not there, or is a file. */
export function formText(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

type Refused = { reason: Refusal; fields?: string[]; waitMs?: number }

const minuteMs = 60_000

/** What a form shows of a refusal, with what had been typed. */
export function formStateOf(refused: Refused, typed: Record<string, string> = {}): FormState {
  const { reason, fields, waitMs } = refused
  const waitMinutes = waitMs && Math.ceil(waitMs / minuteMs)
  return { refusal: reason, typed, ...(fields && { fields }), ...(waitMinutes && { waitMinutes }) }
}
