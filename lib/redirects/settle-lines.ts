import type { Paper } from './queries'
import { storyIdIn } from './read-lines'
import type { RedirectFault, RedirectLine } from './redirect'

/** A redirect that may be set: `to` is the address its target has today. */
export type Redirect = { from: string; to: string }

const olderPage = /\/page\/\d+$/

/** Whether readers get a page at that address, so that a redirect from there would never be looked for. */
function hasPage(paper: Paper, address: string): boolean {
  if (paper.pages.has(address.replace(olderPage, ''))) return true
  const id = storyIdIn(address)
  const story = id === null ? undefined : paper.stories.get(id)
  return story?.isOut === true && story.path === address
}

type Found = { to: string } | Omit<RedirectFault, 'line'>

function findTarget(paper: Paper, { to }: RedirectLine): Found {
  const story = to.storyId === null ? undefined : paper.stories.get(to.storyId)
  if (story?.isOut) return { to: story.path }
  if (story) return { reason: 'storyNotOut' }
  if (to.path === null) return { reason: 'noStory' }
  if (paper.pages.has(to.path)) return { to: to.path }
  const moved = paper.moved.get(to.path)
  return moved ? { reason: 'targetMoved', words: { to: moved } } : { reason: 'noTarget' }
}

/** Which of the lines the paper can take, and what is wrong with the others. */
export function settleLines(lines: RedirectLine[], paper: Paper) {
  const redirects: Redirect[] = []
  const faults: RedirectFault[] = []
  for (const each of lines) {
    const { line, from } = each
    const found = findTarget(paper, each)
    if (hasPage(paper, from)) faults.push({ line, reason: 'hasPage' })
    else if ('to' in found) redirects.push({ from, to: found.to })
    else faults.push({ line, ...found })
  }
  return { redirects, faults }
}
