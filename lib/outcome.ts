import type { Change } from '@/lib/invalidation/cache-tags'
import type { MovedAddresses } from '@/lib/urls/moved-addresses'
import type messages from '@/messages/bn.json'

/** Why a command was refused: a key of "refusals" in bn.json. */
export type Refusal = keyof (typeof messages)['refusals']

/** The result of a command: the change that decides which pages are invalidated. */
export type CommandResult = {
  change: Change
  /** The changed story; `version` is what the editor's next save expects. */
  story?: { id: number; version: number }
  /** Moved addresses beside the story's, for notifications. */
  moved?: MovedAddresses
}

/**
 * A refusal that says more than its reason. Without `change` nothing is written; with it, what the result says is written
 * all the same: an outdated text as a conflict copy.
 */
export type DetailedRefusal = { refusal: Refusal } & (CommandResult | { change?: never })

type DetailsOf<Refused> = [Refused] extends [never]
  ? unknown
  : Partial<Omit<Refused, keyof CommandResult | 'refusal'>>

/** Carried out wholly, or refused by a rule. */
export type Outcome<Result extends CommandResult | DetailedRefusal = CommandResult> =
  | ({ ok: true } & Exclude<Result, DetailedRefusal>)
  /** `fields`: the invalid fields, with the reason "invalid". */
  | ({ ok: false; reason: Refusal; fields?: string[] } & DetailsOf<
      Extract<Result, DetailedRefusal>
    >)
