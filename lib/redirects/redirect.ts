import type messages from '@/messages/bn.json'

/** The fault of a line: a key of "redirects.faults" in bn.json. */
export type FaultReason = keyof (typeof messages)['redirects']['faults']

/** A fault in a file. Lines count from 1; `words` fill the placeholders of the message. */
export type RedirectFault = { line: number; reason: FaultReason; words?: Record<string, string> }

/** The target of an old address: a path, which may be a story's, or the story with that id at its present address. */
export type RedirectTarget = { path: string | null; storyId: number | null }

/** A parsed line: `from` is an old address in canonical form (lib/urls/legacy-address.ts). */
export type RedirectLine = { line: number; from: string; to: RedirectTarget }

/** The result of an import. `known` lines existed already, `repeated` lines occurred earlier in the file. */
export type RedirectReport = {
  added: number
  changed: number
  known: number
  repeated: number
  /** Older redirects whose target has now moved. */
  repointed: number
}
