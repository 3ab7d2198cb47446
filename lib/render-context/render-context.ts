import { AsyncLocalStorage } from 'node:async_hooks'
import type messages from '@/messages/bn.json'

/**
 * A reader's form that was not accepted, for the page that shows the form again.
 * `reason` is a key of "readerForms.refusals" in bn.json; `fields` are the names of the fields at fault.
 */
export type RefusedForm = {
  status: 403 | 404 | 408 | 413 | 415 | 422 | 429
  reason: FormRefusal
  fields: string[]
  /** The typed values by field; empty when the form was not read. */
  values: Record<string, string>
  /** The form's token, where it can be sent again; null: the page issues another one. */
  token: string | null
  retryAfterSeconds?: number
}

export type FormRefusal = keyof (typeof messages)['readerForms']['refusals']

/** The data about its response that a page under rendering gives to the server. */
export type RenderContext = {
  status: number
  /** When set, the response is a redirect to this path. */
  location: string | null
  /** Tags of the page's own subject: once one has a newer version, the cached page may not be served. */
  ownTags: Set<string>
  /** Tags of the lists around it: a newer version makes the page stale; it is served while it is rendered again. */
  listTags: Set<string>
  /** Epoch milliseconds from which the page is stale without any tag: an embargo's end, midnight. */
  staleAt: number
  /** Epoch milliseconds from which no old copy may be served: the planned hour of a story not yet out. */
  ownStaleAt: number
  /** The values of its `Link` header (RFC 8288). */
  links: string[]
  /** The form that the page shows again; set by the route that refused it. */
  refusedForm: RefusedForm | null
}

export function emptyRenderContext(): RenderContext {
  return {
    status: 200,
    location: null,
    ownTags: new Set(),
    listTags: new Set(),
    staleAt: Number.POSITIVE_INFINITY,
    ownStaleAt: Number.POSITIVE_INFINITY,
    links: [],
    refusedForm: null,
  }
}

// On globalThis: the bundler gives server components a module instance of their own, the server bundle another.
const shared = globalThis as { __dainikRenderContext?: AsyncLocalStorage<RenderContext> }
shared.__dainikRenderContext ??= new AsyncLocalStorage<RenderContext>()
const storage = shared.__dainikRenderContext

/** Runs `render` with `context` as the current render context. */
export function withRenderContext<T>(context: RenderContext, render: () => T): T {
  return storage.run(context, render)
}

/** The render context of the page being rendered; a throw-away one where no server reads it (a test, a preview). */
export function currentRenderContext(): RenderContext {
  return storage.getStore() ?? emptyRenderContext()
}
