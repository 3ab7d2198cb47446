import { storyIdIn } from './parse-lines'
import type { RedirectTargets } from './queries'
import type { RedirectFault, RedirectLine } from './redirect'

/** A redirect to the present address of its target. */
export type Redirect = { from: string; to: string }

const olderPage = /\/page\/\d+$/

/** Whether the address has a page, so that a redirect from it would never apply. */
function hasPage(targets: RedirectTargets, address: string): boolean {
  if (targets.pages.has(address.replace(olderPage, ''))) return true
  const id = storyIdIn(address)
  const story = id === null ? undefined : targets.stories.get(id)
  return story?.isOut === true && story.path === address
}

type ResolvedTarget = { to: string } | Omit<RedirectFault, 'line'>

function findTarget(targets: RedirectTargets, { to }: RedirectLine): ResolvedTarget {
  const story = to.storyId === null ? undefined : targets.stories.get(to.storyId)
  if (story?.isOut) return { to: story.path }
  if (story) return { reason: 'storyNotOut' }
  if (to.path === null) return { reason: 'noStory' }
  if (targets.pages.has(to.path)) return { to: to.path }
  const moved = targets.moved.get(to.path)
  return moved ? { reason: 'targetMoved', words: { to: moved } } : { reason: 'noTarget' }
}

/** The lines that can be redirects, and the faults of the others. */
export function resolveTargets(lines: RedirectLine[], targets: RedirectTargets) {
  const redirects: Redirect[] = []
  const faults: RedirectFault[] = []
  for (const each of lines) {
    const { line, from } = each
    const found = findTarget(targets, each)
    if (hasPage(targets, from)) faults.push({ line, reason: 'hasPage' })
    else if ('to' in found) redirects.push({ from, to: found.to })
    else faults.push({ line, ...found })
  }
  return { redirects, faults }
}
