import type { Refusal } from '@/lib/outcome'

/** The result of a form's action: the refusal, and the typed values (never a password). */
export type FormState = {
  refusal: Refusal
  /** The minutes to wait before the next try. */
  waitMinutes?: number
  /** Names of the fields at fault. */
  fields?: string[]
  typed?: Record<string, string>
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
export function formStateOf(refused: Refused, typed: Record<string, string> = {}): FormState {
  const { reason, fields, waitMs } = refused
  const waitMinutes = waitMs && Math.ceil(waitMs / minuteMs)
  return { refusal: reason, typed, ...(fields && { fields }), ...(waitMinutes && { waitMinutes }) }
}
