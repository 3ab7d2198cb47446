import { type Address, isSearch, readAddress } from './address'
import type { PressDocument } from './document'
import { findOldQuery } from './old-queries'
import { inOneHop } from './one-hop'
import { NotMade, type Press } from './press'

const queryOf = (target: string) => /\?([^#]*)/.exec(target)?.[1] ?? ''

/** What is kept under the address in its one spelling, if that is a document that can be had. */
async function atCanonical(press: Press, path: string): Promise<PressDocument | null> {
  if (readAddress(path).kind !== 'document') return null
  try {
    return await press.get(path)
  } catch (error) {
    // The redirect to the one spelling is right all the same, and needs no document.
    if (error instanceof NotMade) return null
    throw error
  }
}

/**
 * Where a request is led that asks for an address in another spelling or with an old site's query: in one hop to what
 * has moved from there. Null where its address, without the query, is the answer.
 */
export async function findMoved(
  press: Press,
  target: string,
  address: Address,
): Promise<PressDocument | null> {
  if ((address.kind !== 'document' && address.kind !== 'moved') || isSearch(address)) return null
  const old = await findOldQuery(press, address.path, queryOf(target))
  if (old) return inOneHop(press, old)
  if (address.kind === 'document') return null
  const document = await atCanonical(press, address.path)
  return document?.location != null ? inOneHop(press, document) : null
}

/** Where an address is in the end: its one spelling, or where what stood there has moved. */
export async function findAddress(press: Press, target: string): Promise<string> {
  const address = readAddress(target)
  if (address.kind !== 'document' && address.kind !== 'moved') return target
  const moved = await findMoved(press, target, { kind: 'moved', path: address.path })
  return moved?.location ?? address.path
}
