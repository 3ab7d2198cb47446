import type { Change } from '@/lib/invalidation/cache-tags'
import type { MovedAddresses } from '@/lib/urls/moved-addresses'
import type messages from '@/messages/bn.json'

/** Why a command was not carried out: a key of "refusals" in bn.json, where it is worded for the editor. */
export type Refusal = keyof (typeof messages)['refusals']

/** What every command did: the change that its documents are expired for. */
export type CommandResult = {
  change: Change
  /** The story it was done to; `version` is what the next save of the same editor expects. */
  story?: { id: number; version: number }
  /** Addresses that the world outside is to be told of, beside the story's. */
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
  /** `fields`: with the reason "invalid", the names of what was at fault. */
  | ({ ok: false; reason: Refusal; fields?: string[] } & DetailsOf<
      Extract<Result, DetailedRefusal>
    >)
