import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { handleReadCount } from '@/server/read-counts/read-count-handler'
import type { Renderer } from '@/server/render/renderer'
import { originForm, type RequestAddress, readAddress } from './address'
import { notFoundPath } from './internal-paths'
import { sendRedirect } from './response'

export type DevHandlerOptions = {
  render: Renderer
  next: (req: IncomingMessage, res: ServerResponse) => Promise<unknown>
  newsroom: (req: IncomingMessage, res: ServerResponse) => Promise<void>
  form: (req: IncomingMessage, res: ServerResponse, path: string) => Promise<void>
  onError: (error: unknown, path: string) => void
}

function renderedPath(address: RequestAddress): string {
  if (address.kind === 'document') return address.path
  const isLink = address.kind === 'preview' && address.token !== null
  return isLink ? `/preview/${address.token}` : notFoundPath
}

/**
 * The server of `npm run dev`: the same addresses and statuses, but nothing is cached, and the framework's scripts
 * stay in the page, because they reload it when its source changes.
 */
export function devHandler({
  render,
  next,
  newsroom,
  form,
  onError,
}: DevHandlerOptions): RequestListener {
  return (req, res) => {
    req.url = originForm(req.url ?? '/')
    const address = readAddress(req.url)
    // Next has addresses of its own in development: sources, hot reload, the error overlay.
    const isNextInternal = /^\/(?:_next|__nextjs)/.test(req.url ?? '')
    const failed = (error: unknown) => {
      onError(error, req.url ?? '')
      res.destroy()
    }
    if (address.kind === 'beacon') {
      // Readings are not counted in development.
      handleReadCount(req, res, address.id, () => {})
      return
    }
    if (!isNextInternal && address.kind === 'newsroom') {
      newsroom(req, res).catch(failed)
      return
    }
    if (address.kind === 'form' && !req.headers.rsc) {
      form(req, res, address.path).catch(failed)
      return
    }
    if (
      isNextInternal ||
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
    render(renderedPath(address)).then(({ status, type, body, location }) => {
      if (location !== null) res.writeHead(status, { Location: location }).end()
      else res.writeHead(status, { 'Content-Type': type }).end(body)
    }, failed)
  }
}
