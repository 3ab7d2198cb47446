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

/** Carried out wholly, or refused by a rule with nothing written. */
export type Outcome<D extends CommandResult = CommandResult> =
  | ({ ok: true } & D)
  /** `fields`: with the reason "invalid", the names of what was at fault. */
  | { ok: false; reason: Refusal; fields?: string[] }
