import { Parser } from 'htmlparser2'
import { ask } from './ask'

/** Where the links of a document lead that stay on this site: paths, without query and fragment. */
export function internalLinks(html: string): string[] {
  const found = new Set<string>()
  const parser = new Parser({
    onopentag(name, { href = '' }) {
      if (name === 'a' && /^\/(?!\/)/.test(href)) found.add(href.replace(/[?#].*$/, ''))
    },
  })
  parser.end(html)
  return [...found]
}

/** A link that does not lead to a page, and a page that it stands on. */
export type DeadLink = { from: string; to: string; status: number }

/**
 * Follows links from `starts`, nearest pages first, up to `most` pages. A list may be some seconds old, so a dead link
 * counts only where the page still shows it when it is asked for again.
 */
export async function findDeadLinks(starts: string[], most: number) {
  const from = new Map(starts.map((start) => [start, start]))
  const waiting = [...starts]
  const dead: DeadLink[] = []
  let visited = 0
  for (let path = waiting.shift(); path !== undefined && visited < most; path = waiting.shift()) {
    visited += 1
    const answer = await ask(path)
    const linked = from.get(path) ?? path
    if (answer.status !== 200 && (await stillLinks(linked, path)))
      dead.push({ from: linked, to: path, status: answer.status })
    for (const link of internalLinks(answer.text)) {
      if (from.has(link)) continue
      from.set(link, path)
      waiting.push(link)
    }
  }
  return { visited, dead }
}

async function stillLinks(page: string, link: string): Promise<boolean> {
  return internalLinks((await ask(page)).text).includes(link)
}
