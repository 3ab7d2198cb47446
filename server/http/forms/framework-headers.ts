import type { IncomingMessage } from 'node:http'
import { parseAndValidateFlightRouterState } from 'next/dist/server/app-render/parse-and-validate-flight-router-state.js'

/** Headers by which Next's own client and infrastructure ask for something else than the page. */
const frameworkHeader =
  /^(?:rsc|next-.*|x-nextjs-.*|x-next-.*|x-middleware-.*|x-matched-path|x-now-.*|x-invoke-.*|x-action-.*)$/

/** Takes all headers of the framework from a request that none of its own client sends: pictures, reader forms. */
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

/** The form of a header's value where Next's client sends it. */
const clientHeaders: Record<string, (value: string | string[] | undefined) => boolean> = {
  rsc: (value) => isOneOf(value, '1'),
  'next-router-prefetch': (value) => isOneOf(value, '1', '2', '3'),
  'next-router-segment-prefetch': (value) => /^\/[\w/$.%@()[\]-]*$/.test(String(value)),
  [routerStateHeader]: isRouterState,
  'next-action': (value) => /^[0-9a-f]{42}$/.test(String(value)),
  'next-url': (value) => /^\/[!-~]*$/.test(String(value)),
}

/**
 * Takes the framework's headers from a newsroom request that its client cannot have sent like that; Next answers them
 * with 500. Without them the whole page is sent.
 */
export function removeMalformedFrameworkHeaders({ headers }: IncomingMessage): void {
  for (const name of Object.keys(headers)) {
    if (frameworkHeader.test(name) && !clientHeaders[name]?.(headers[name])) delete headers[name]
  }
}

const formBoundary = /;\s*boundary=(?:"[^"\r\n]{1,70}"|[^\s";,]{1,70})\s*(?:;|$)/i

/** Whether the body of a form in parts can be read: its header must say what parts it. */
export function hasReadableFormType({ headers }: IncomingMessage): boolean {
  const type = headers['content-type'] ?? ''
  return (
    !/^\s*multipart\//i.test(type) ||
    (/^multipart\/form-data\b/i.test(type) && formBoundary.test(type))
  )
}
