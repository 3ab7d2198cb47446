import type { IncomingMessage } from 'node:http'
import { parseAndValidateFlightRouterState } from 'next/dist/server/app-render/parse-and-validate-flight-router-state.js'

/** Headers with which Next's client and infrastructure request something else than the page. */
const frameworkHeader =
  /^(?:rsc|next-.*|x-nextjs-.*|x-next-.*|x-middleware-.*|x-matched-path|x-now-.*|x-invoke-.*|x-action-.*)$/

/** Removes all headers of the framework from a request that its client never sends: pictures, reader forms. */
export function removeFrameworkHeaders({ headers }: IncomingMessage): void {
  for (const name of Object.keys(headers)) if (frameworkHeader.test(name)) delete headers[name]
}

const routerStateHeader = 'next-router-state-tree'

function isRouterState(header: string | string[] | undefined): boolean {
  try {
    parseAndValidateFlightRouterState(header)
    return true
  } catch {
    return false
  }
}

const isOneOf = (value: unknown, ...allowed: (string | undefined)[]) =>
  allowed.some((each) => each === value)

/** What the header's value looks like when Next's client sends it. */
const clientHeaders: Record<string, (value: string | string[] | undefined) => boolean> = {
  rsc: (value) => isOneOf(value, '1'),
  'next-router-prefetch': (value) => isOneOf(value, '1', '2', '3'),
  'next-router-segment-prefetch': (value) => /^\/[\w/$.%@()[\]-]*$/.test(String(value)),
  [routerStateHeader]: isRouterState,
  'next-action': (value) => /^[0-9a-f]{42}$/.test(String(value)),
  'next-url': (value) => /^\/[!-~]*$/.test(String(value)),
}

/**
 * Removes framework headers that Next's client cannot have sent from a newsroom request: Next answers them with 500.
 * Without them the whole page is sent.
 */
export function removeMalformedFrameworkHeaders({ headers }: IncomingMessage): void {
  for (const name of Object.keys(headers)) {
    if (frameworkHeader.test(name) && !clientHeaders[name]?.(headers[name])) delete headers[name]
  }
}

const formBoundary = /;\s*boundary=(?:"[^"\r\n]{1,70}"|[^\s";,]{1,70})\s*(?:;|$)/i

/** Whether a multipart body can be parsed: its header must name the boundary. */
export function hasReadableFormType({ headers }: IncomingMessage): boolean {
  const type = headers['content-type'] ?? ''
  return (
    !/^\s*multipart\//i.test(type) ||
    (/^multipart\/form-data\b/i.test(type) && formBoundary.test(type))
  )
}
