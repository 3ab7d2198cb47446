import type { OutgoingHttpHeader, OutgoingHttpHeaders, ServerResponse } from 'node:http'

/** Headers by name, as they are to be said. */
export type HeaderOverrides = [name: string, value: string][]

const isOverridden = (overrides: HeaderOverrides, name: unknown) =>
  overrides.some(([overridden]) => overridden.toLowerCase() === String(name).toLowerCase())

/** Headers as `writeHead` takes them, an object or names and values in turn, without those that are ours to say. */
function withoutOverridden(
  overrides: HeaderOverrides,
  headers: OutgoingHttpHeaders | OutgoingHttpHeader[],
) {
  if (Array.isArray(headers)) {
    return headers.filter((_, index) => !isOverridden(overrides, headers[index - (index % 2)]))
  }
  return Object.fromEntries(
    Object.entries(headers).filter(([name]) => !isOverridden(overrides, name)),
  )
}

type WriteHeadArguments = [
  status: number,
  ...(string | OutgoingHttpHeaders | OutgoingHttpHeader[])[],
]

/** Sets the headers last, after the page has set its own in whichever way. */
export function overrideHeaders(res: ServerResponse, overrides: HeaderOverrides): void {
  const writeHead = res.writeHead.bind(res) as (...args: unknown[]) => ServerResponse
  res.writeHead = ((...[status, ...rest]: WriteHeadArguments) => {
    for (const [name, value] of overrides) res.setHeader(name, value)
    const remaining = rest.map((each) =>
      typeof each === 'object' ? withoutOverridden(overrides, each) : each,
    )
    return writeHead(status, ...remaining)
  }) as typeof res.writeHead
}
