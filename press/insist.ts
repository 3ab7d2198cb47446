import type { OutgoingHttpHeader, OutgoingHttpHeaders, ServerResponse } from 'node:http'

/** Headers by name, as they are to be said. */
export type Manners = [name: string, value: string][]

const isOurs = (manners: Manners, name: unknown) =>
  manners.some(([ours]) => ours.toLowerCase() === String(name).toLowerCase())

/** Headers as `writeHead` takes them, an object or names and values in turn, without those that are ours to say. */
function withoutOurs(manners: Manners, headers: OutgoingHttpHeaders | OutgoingHttpHeader[]) {
  if (Array.isArray(headers)) {
    return headers.filter((_, index) => !isOurs(manners, headers[index - (index % 2)]))
  }
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !isOurs(manners, name)))
}

type Headed = [status: number, ...(string | OutgoingHttpHeaders | OutgoingHttpHeader[])[]]

/** Sets the headers last, after the page has set its own in whichever way. */
export function insist(res: ServerResponse, manners: Manners): void {
  const writeHead = res.writeHead.bind(res) as (...args: unknown[]) => ServerResponse
  res.writeHead = ((...[status, ...rest]: Headed) => {
    for (const [name, value] of manners) res.setHeader(name, value)
    const theirs = rest.map((each) =>
      typeof each === 'object' ? withoutOurs(manners, each) : each,
    )
    return writeHead(status, ...theirs)
  }) as typeof res.writeHead
}
