import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { type Address, originForm, readAddress } from './address'
import { sendRedirect } from './answer'
import { notFoundPath } from './own-paths'
import { answerBeacon } from './read-door'
import type { Renderer } from './render'

export type ProofOptions = {
  render: Renderer
  next: (req: IncomingMessage, res: ServerResponse) => Promise<unknown>
  newsroom: (req: IncomingMessage, res: ServerResponse) => Promise<void>
  onError: (error: unknown, path: string) => void
}

function drawnPath(address: Address): string {
  if (address.kind === 'document') return address.path
  const isLink = address.kind === 'preview' && address.token !== null
  return isLink ? `/preview/${address.token}` : notFoundPath
}

/**
 * The press while developing: the same addresses and statuses, but nothing is kept and the framework's scripts stay,
 * for they reload the page when its source changes.
 */
export function proofHandler({ render, next, newsroom, onError }: ProofOptions): RequestListener {
  return (req, res) => {
    req.url = originForm(req.url ?? '/')
    const address = readAddress(req.url)
    // While developing, Next has addresses of its own: sources, hot reload, the error overlay.
    const isNexts = /^\/(?:_next|__nextjs)/.test(req.url ?? '')
    const failed = (error: unknown) => {
      onError(error, req.url ?? '')
      res.destroy()
    }
    if (address.kind === 'beacon') {
      // While developing nothing is counted.
      answerBeacon(req, res, address.id, () => {})
      return
    }
    if (!isNexts && address.kind === 'newsroom') {
      newsroom(req, res).catch(failed)
      return
    }
    if (
      isNexts ||
      address.kind === 'file' ||
      address.kind === 'pass' ||
      req.method !== 'GET' ||
      req.headers.rsc
    ) {
      next(req, res).catch(failed)
      return
    }
    if (address.kind === 'moved') {
      sendRedirect(res, 301, address.path)
      return
    }
    render(drawnPath(address)).then(({ status, type, body, location }) => {
      if (location !== null) res.writeHead(status, { Location: location }).end()
      else res.writeHead(status, { 'Content-Type': type }).end(body)
    }, failed)
  }
}
