import { DomUtils, parseDocument } from 'htmlparser2'
import { sendRequest } from './http-client'

/** Where the links of a document lead that stay on this site: paths, without query and fragment. */
function internalLinks(html: string): string[] {
  const hrefs = DomUtils.getElementsByTagName('a', parseDocument(html)).map(
    ({ attribs: { href = '' } }) => href,
  )
  const internal = hrefs.filter((href) => /^\/(?!\/)/.test(href))
  return [...new Set(internal.map((href) => href.replace(/[?#].*$/, '')))]
}

/** A link that does not lead to a page, and a page that it stands on. */
export type DeadLink = { from: string; to: string; status: number }

/**
 * Follows links from `starts`, nearest pages first, up to `most` pages. A list may be some seconds old, so a dead link
 * counts only where the page still shows it when it is asked for again.
 */
export async function findDeadLinks(starts: string[], most: number) {
  const from = new Map(starts.map((start) => [start, start]))
  const queue = [...starts]
  const dead: DeadLink[] = []
  let visited = 0
  for (let path = queue.shift(); path !== undefined && visited < most; path = queue.shift()) {
    visited += 1
    const response = await sendRequest(path)
    const linked = from.get(path) ?? path
    if (response.status !== 200 && (await stillLinks(linked, path)))
      dead.push({ from: linked, to: path, status: response.status })
    for (const link of internalLinks(response.text)) {
      if (from.has(link)) continue
      from.set(link, path)
      queue.push(link)
    }
  }
  return { visited, dead }
}

async function stillLinks(page: string, link: string): Promise<boolean> {
  return internalLinks((await sendRequest(page)).text).includes(link)
}
