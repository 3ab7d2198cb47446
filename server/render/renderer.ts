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

/** The result of a render: what Next returned, and what the page or route handler declared. */
export type RenderResult = {
  status: number
  /** The media type, as in the header. */
  type: string
  /** Empty when it was compressed as a stream. */
  body: Buffer
  /** A text for programs, which may be far larger than a page: compressed as a stream and never whole in memory. */
  compressed?: CompressedBytes
  location: string | null
  context: RenderContext
}

/** What a render depends on beside its address; nothing for a cached page, which is the same for everybody. */
export type RenderRequest = {
  /** Headers that identify the user. */
  headers?: Record<string, string>
  /** The body of a form: the request is a POST. */
  form?: Buffer
  /** A refused form, for the page that shows it again. */
  refusedForm?: RefusedForm | null
}

export type Renderer = (path: string, request?: RenderRequest) => Promise<RenderResult>

/** The target of a redirect, for example to the sign-in page. */
const redirectLocation = ({ statusCode, headers }: Injected) =>
  statusCode >= 300 && statusCode < 400 && headers.location ? String(headers.location) : null

type NextHandler = (req: IncomingMessage, res: ServerResponse) => Promise<unknown>

/** Compresses a text as a stream. Left out: texts are buffered, as pages are. */
type CompressStream = (text: Readable) => Promise<CompressedBytes>

async function readBody(text: Readable, type: string, compressStream?: CompressStream) {
  if (!compressStream || isHtml({ type })) return { body: await buffer(text) }
  return { body: Buffer.alloc(0), compressed: await compressStream(text) }
}

/**
 * Creates a renderer on Next's request handler. The request is the server's own, without a reader's cookies,
 * conditions or encodings: the document must be the same for everybody, and its render goes on when the reader
 * disconnects. A preview's request carries the user's headers.
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
    // The body is read to its end first: a page may write to the render context until then.
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
