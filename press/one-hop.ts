import { readAddress } from './address'
import type { PressDocument } from './document'
import { notFoundPath } from './own-paths'
import { NotMade, type Press } from './press'

/** The path of the document at a redirect's target; null where something else stands there. */
function documentAt(location: string): string | null {
  const address = readAddress(location)
  if (address.kind === 'document') return address.path
  // Another spelling, of a document or of what is none.
  if (address.kind !== 'moved') return null
  const canonical = readAddress(address.path)
  return canonical.kind === 'document' ? canonical.path : null
}

const union = (some: string[], others: string[]) => [...new Set([...some, ...others])]

/** `answer`, true for no longer than `other` is. */
const tiedTo = (answer: PressDocument, other: PressDocument): PressDocument => ({
  ...answer,
  ownTags: union(answer.ownTags, other.ownTags),
  listTags: union(answer.listTags, other.listTags),
  staleAt: Math.min(answer.staleAt, other.staleAt),
  ownStaleAt: Math.min(answer.ownStaleAt, other.ownStaleAt),
  madeAt: Math.min(answer.madeAt, other.madeAt),
  since: Math.min(answer.since, other.since),
})

function nextHop(answer: PressDocument, path: string, there: PressDocument): PressDocument {
  const { location, status } = there
  if (location !== null) {
    return tiedTo({ ...answer, location, status: Math.max(answer.status, status) }, there)
  }
  return status === 200 ? tiedTo({ ...answer, location: path }, there) : tiedTo(there, answer)
}

const unlessNotMade = (error: unknown) => {
  if (error instanceof NotMade) return null
  throw error
}

/**
 * A redirect as readers get it: to where they are in the end, however often its target has moved since. For good (301)
 * only if every step is. What leads to a story that is gone says so itself; what leads round in a ring, that it is
 * nowhere. The answer is bound to all that it went by, and is kept by nobody in here: each step is.
 */
export async function inOneHop(press: Press, redirect: PressDocument): Promise<PressDocument> {
  const passed = new Set<string>()
  let answer = redirect
  while (answer.location !== null) {
    const path = documentAt(answer.location)
    if (path === null) return answer
    if (passed.has(path)) return tiedTo(await press.get(notFoundPath), answer)
    passed.add(path)
    const there = await press.get(path).catch(unlessNotMade)
    if (!there) return { ...answer, location: path }
    answer = nextHop(answer, path, there)
    if (there.location === null) return answer
  }
  return answer
}
