import { queryShape } from '@/lib/urls/legacy-address'
import type { RedirectFault, RedirectLine } from './redirect'

// The server tries every shape that a path has; an old site had a handful.
const maxQueryShapes = 500

/** The addresses from which `next` leads back to where one came from. */
function addressesInCycles(next: ReadonlyMap<string, string>): Set<string> {
  const walkOf = new Map<string, number>()
  const inCycles = new Set<string>()
  for (const [walk, start] of [...next.keys()].entries()) {
    let at: string | undefined = start
    while (at !== undefined && next.has(at) && !walkOf.has(at)) {
      walkOf.set(at, walk)
      at = next.get(at)
    }
    // This walk met itself: from here once round is a ring.
    while (at !== undefined && walkOf.get(at) === walk && !inCycles.has(at)) {
      inCycles.add(at)
      at = next.get(at)
    }
  }
  return inCycles
}

const sameTarget = (a: RedirectLine, b: RedirectLine) =>
  a.to.storyId === null ? a.to.path === b.to.path : a.to.storyId === b.to.storyId

const faultAt = (line: number, reason: RedirectFault['reason'], words?: Record<string, string>) =>
  ({ line, reason, ...(words && { words }) }) satisfies RedirectFault

/**
 * What the lines say together: an address leads to one place, and not to another line's old address. Repeated lines
 * are counted and left out.
 */
export function validateLines(lines: RedirectLine[]) {
  const first = new Map<string, RedirectLine>()
  const faults: RedirectFault[] = []
  let repeated = 0
  for (const line of lines) {
    const known = first.get(line.from)
    if (!known) first.set(line.from, line)
    else if (sameTarget(known, line)) repeated += 1
    else faults.push(faultAt(line.line, 'twice', { line: String(known.line) }))
  }
  const next = new Map(
    [...first].flatMap(([from, { to }]) => (to.path ? [[from, to.path]] : [])) as [
      string,
      string,
    ][],
  )
  const cycles = addressesInCycles(next)
  const shapes = new Set<string>()
  const accepted = [...first.values()].filter(({ line, from, to }) => {
    const shape = queryShape(from)
    if (shape) shapes.add(shape)
    const other = to.path === null ? undefined : first.get(to.path)
    if (to.path === from) faults.push(faultAt(line, 'itself'))
    else if (cycles.has(from)) faults.push(faultAt(line, 'loop'))
    else if (other) faults.push(faultAt(line, 'chain', { line: String(other.line) }))
    else if (shapes.size > maxQueryShapes) faults.push(faultAt(line, 'tooManyQueries'))
    else return true
    return false
  })
  return { lines: accepted, faults, repeated }
}
