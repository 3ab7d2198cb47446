import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import inject, { type Response as Injected } from 'light-my-request'
import {
  emptyRenderContext,
  type RefusedForm,
  type RenderContext,
  withRenderContext,
} from '@/lib/render-context/render-context'
import { type CompressedBytes, isHtml } from './optimize-html'

/** What Next made of an address, and what the page or route handler said of itself. */
export type RenderResult = {
  status: number
  /** The body's media type, as the header says it. */
  type: string
  /** Empty where it was pressed as it came. */
  body: Buffer
  /** A text for programs, which may be far larger than a page: compressed as it came, and nowhere whole. */
  compressed?: CompressedBytes
  location: string | null
  context: RenderContext
}

/** What a render depends on beside its address; nothing for a cached page, which is the same for all. */
export type RenderRequest = {
  /** What the request says of its sender. */
  headers?: Record<string, string>
  /** The body of a form: the request is a POST. */
  form?: Buffer
  /** A form that was not accepted, for the page that shows it again. */
  refusedForm?: RefusedForm | null
}

export type Renderer = (path: string, request?: RenderRequest) => Promise<RenderResult>

/** Where a page of the newsroom leads who is not signed in. */
const redirectLocation = ({ statusCode, headers }: Injected) =>
  statusCode >= 300 && statusCode < 400 && headers.location ? String(headers.location) : null

type NextHandler = (req: IncomingMessage, res: ServerResponse) => Promise<unknown>

/** Compresses a text while it is being made. Left out: texts are taken whole, as pages are. */
type CompressStream = (text: Readable) => Promise<CompressedBytes>

async function readBody(text: Readable, type: string, compressStream?: CompressStream) {
  if (!compressStream || isHtml({ type })) return { body: await buffer(text) }
  return { body: Buffer.alloc(0), compressed: await compressStream(text) }
}

/**
 * A renderer on Next's request handler. The request is the server's own, without cookies, conditions or encodings of
 * any reader: the document must be the same for all, and goes on being made when a reader hangs up. A preview's says
 * whose it is.
 */
export function createRenderer(
  next: NextHandler,
  host: string,
  compressStream?: CompressStream,
): Renderer {
  return async (path, { headers, form, refusedForm = null } = {}) => {
    const context = { ...emptyRenderContext(), refusedForm }
    const listener: RequestListener = (req, res) => {
      withRenderContext(context, () => next(req, res)).catch((error: unknown) =>
        res.destroy(error as Error),
      )
    }
    const response = await inject(listener, {
      method: form ? 'POST' : 'GET',
      url: path,
      headers: { ...headers, host, accept: 'text/html,*/*;q=0.8' },
      ...(form && { payload: form }),
      payloadAsStream: true,
    })
    const type = String(response.headers['content-type'] ?? 'application/octet-stream')
    // To its end, before the render context is read: a page may write to it until then.
    const body = await readBody(response.stream(), type, compressStream)
    const declaredStatus = context.status === 200 ? response.statusCode : context.status
    return {
      status: response.statusCode >= 500 ? response.statusCode : declaredStatus,
      type,
      ...body,
      location: context.location ?? redirectLocation(response),
      context,
    }
  }
}
