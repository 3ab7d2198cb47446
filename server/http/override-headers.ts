import type { OutgoingHttpHeader, OutgoingHttpHeaders, ServerResponse } from 'node:http'

/** Headers by name, with their values. */
export type HeaderOverrides = [name: string, value: string][]

const isOverridden = (overrides: HeaderOverrides, name: unknown) =>
  overrides.some(([overridden]) => overridden.toLowerCase() === String(name).toLowerCase())

/** The headers of `writeHead` (an object, or names and values in turn) without those that are overridden. */
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

/** Sets the headers last, after the page has set its own in any way. */
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
