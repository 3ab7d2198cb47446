import { type Bytes, pressBytes, withoutFramework } from './finish'
import type { Render } from './render'

/** A finished document. */
export type PressDocument = {
  status: number
  location: string | null
  bytes: Bytes
  ownTags: string[]
  listTags: string[]
  /** Epoch milliseconds after which it is stale without any news. */
  staleAt: number
  /** Epoch milliseconds after which it may not stand in while a new one is made. */
  ownStaleAt: number
  /** Count of news when its making began (TagTimes). */
  since: number
}

export const sizeOf = (document: PressDocument): number =>
  // The strings around the bytes are small; a kilobyte covers them.
  document.bytes.br.length + document.bytes.gzip.length + 1024

/** Finishes a render: what readers get is script-free, compressed once, with its tags. */
export async function finish(render: Render, since: number): Promise<PressDocument> {
  return {
    status: render.status,
    location: render.location,
    bytes: await pressBytes(render.location ? '' : withoutFramework(render.html)),
    ownTags: [...render.sheet.ownTags],
    listTags: [...render.sheet.listTags],
    staleAt: render.sheet.staleAt,
    ownStaleAt: render.sheet.ownStaleAt,
    since,
  }
}
