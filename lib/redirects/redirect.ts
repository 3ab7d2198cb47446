import type messages from '@/messages/bn.json'

/** What is wrong with a line: a key of "redirects.faults" in bn.json, where it is worded. */
export type FaultReason = keyof (typeof messages)['redirects']['faults']

/** Where a file could not be taken as it is. Lines count from 1; `words` fill the reason's wording. */
export type RedirectFault = { line: number; reason: FaultReason; words?: Record<string, string> }

/** Where an old address is to lead: to a path, which may be a story's, or to a story of that number wherever it stands. */
export type RedirectTarget = { path: string | null; storyId: number | null }

/** A line of a file as it was meant: `from` is an old address in its one form (lib/urls/legacy-address.ts). */
export type RedirectLine = { line: number; from: string; to: RedirectTarget }

/** What an import did. `known` lines said what was so already, `repeated` what an earlier line of the file said. */
export type RedirectReport = {
  added: number
  changed: number
  known: number
  repeated: number
  /** Older redirects to an address that has now moved itself: they lead to where it moved. */
  repointed: number
}
