import type { Refusal } from '@/lib/outcome'
import type messages from '@/messages/bn.json'
import { type FormState, formStateOf } from './form-state'

/** What was done, worded under "newsroomDone" in bn.json. */
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

/** The result of a newsroom form that stays on its page. */
export type ActionState = {
  refused: FormState
  done: DoneMessage | null
  link?: OneTimeLinkResult
  /** Codes that are shown once. */
  codes?: string[]
} | null

export type StatefulAction = (state: ActionState, form: FormData) => Promise<ActionState>

type Refused = { reason: Refusal; fields?: string[]; waitMs?: number }

/** A form that was refused, with what had been typed. */
export const refusedState = (
  refused: Refused,
  typed: Record<string, string> = {},
): ActionState => ({
  refused: formStateOf(refused, typed),
  done: null,
})

export const doneState = (done: DoneMessage): ActionState => ({ refused: null, done })
