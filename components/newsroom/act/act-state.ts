import { type FormState, formStateOf } from '@/components/newsroom/form-state'
import type { Refusal } from '@/lib/outcome'
import type messages from '@/messages/bn.json'

/** What was done, worded under "newsroomDone" in bn.json. */
export type DoneWord = keyof (typeof messages)['newsroomDone']

/** A link that is shown once. */
export type HandOver = {
  url: string
  /** Until when it opens, in words. */
  until: string
  /** Where it was sent; null when it is to be handed over by hand. */
  mailedTo: string | null
  /** The mail server did not take it. */
  isMailBroken?: boolean
}

/** What a form of the newsroom that stays on its page answered. */
export type ActState = {
  refused: FormState
  done: DoneWord | null
  link?: HandOver
  /** Codes that are shown once. */
  codes?: string[]
} | null

export type ActAction = (state: ActState, form: FormData) => Promise<ActState>

type Refused = { reason: Refusal; fields?: string[]; waitMs?: number }

/** A form that was refused, with what had been typed. */
export const refusedAct = (refused: Refused, typed: Record<string, string> = {}): ActState => ({
  refused: formStateOf(refused, typed),
  done: null,
})

export const doneAct = (done: DoneWord): ActState => ({ refused: null, done })
