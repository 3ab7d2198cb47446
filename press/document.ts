import { type Bytes, finishedHtml, isPage, ownBytes, pressBytes, type StylesheetOf } from './finish'
import type { Render } from './render'

/** A finished document: a page, or a text for programs (a feed, a sitemap, robots.txt). */
export type PressDocument = {
  status: number
  /** Its media type, as the header says it. */
  type: string
  location: string | null
  /** Its `Link` header, where it has one. */
  link?: string
  bytes: Bytes
  ownTags: string[]
  listTags: string[]
  /** Epoch milliseconds after which it is stale without any news. */
  staleAt: number
  /** Epoch milliseconds after which it may not stand in while a new one is made. */
  ownStaleAt: number
  /** Epoch milliseconds when its making began. */
  madeAt: number
  /** Count of news when its making began (TagTimes). */
  since: number
}

/** No document is kept longer: what changed without news (a setting, a rule) is seen within a week. */
export const documentLifeMs = 7 * 24 * 3_600_000

export const sizeOf = (document: PressDocument): number =>
  // The strings around the bytes are small; a kilobyte covers them.
  document.bytes.br.length + document.bytes.gzip.length + 1024

/** A page is made ready for readers; all else is kept byte for byte. */
export function finishedBody(render: Render, stylesheetOf?: StylesheetOf): string | Buffer {
  if (render.location !== null) return ''
  return isPage(render) ? finishedHtml(String(render.body), stylesheetOf) : render.body
}

/** Finishes a render: what readers get is script-free, compressed once, with its tags. */
export async function finish(
  render: Render,
  since: number,
  madeAt: number,
): Promise<PressDocument> {
  return {
    status: render.status,
    type: render.type,
    location: render.location,
    ...(render.sheet.links.length > 0 && { link: render.sheet.links.join(', ') }),
    bytes: render.pressed ?? (await pressBytes(finishedBody(render))),
    ownTags: [...render.sheet.ownTags],
    listTags: [...render.sheet.listTags],
    staleAt: Math.min(render.sheet.staleAt, madeAt + documentLifeMs),
    ownStaleAt: render.sheet.ownStaleAt,
    madeAt,
    since,
  }
}

type Head = Omit<PressDocument, 'bytes' | 'since'> & { etag: string; brLength: number }

const headLengthBytes = 4

/** A document as one run of bytes for a shelf: the length of its head, the head as JSON, the compressed bodies. */
export function toBytes(document: PressDocument): Buffer {
  const { bytes, since, ...rest } = document
  const head: Head = { ...rest, etag: bytes.etag, brLength: bytes.br.length }
  const headBytes = Buffer.from(JSON.stringify(head))
  const length = Buffer.alloc(headLengthBytes)
  length.writeUInt32LE(headBytes.length)
  return Buffer.concat([length, headBytes, bytes.br, bytes.gzip])
}

// JSON has no infinity: it writes null.
const orNever = (time: number | null) => time ?? Number.POSITIVE_INFINITY

/** Reads what `toBytes` wrote; null for a damaged run. `since` is for the caller, who knows this process's count. */
export function fromBytes(run: Buffer, since: number): PressDocument | null {
  try {
    const bodyAt = headLengthBytes + run.readUInt32LE(0)
    const { etag, brLength, ...head } = JSON.parse(
      run.toString('utf8', headLengthBytes, bodyAt),
    ) as Head
    const br = run.subarray(bodyAt, bodyAt + brLength)
    const gzip = run.subarray(bodyAt + brLength)
    if (br.length !== brLength) return null
    const { staleAt, ownStaleAt } = head
    return {
      ...head,
      staleAt: orNever(staleAt),
      ownStaleAt: orNever(ownStaleAt),
      bytes: ownBytes({ br, gzip, etag }),
      since,
    }
  } catch {
    // A run cut short by a full disk or a killed process is as good as none.
    return null
  }
}
