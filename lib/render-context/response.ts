import 'server-only'
import { currentRenderContext } from './render-context'

/** Ties the page being rendered to its own subject. */
export function tagPage(tag: string): void {
  currentRenderContext().ownTags.add(tag)
}

/** Ties the page being rendered to a list it shows. */
export function tagList(tag: string): void {
  currentRenderContext().listTags.add(tag)
}

/** The document shows or hides something at `instant`; from then on it is stale. */
export function staleFrom(instant: Date | null): void {
  if (!instant) return
  const context = currentRenderContext()
  context.staleAt = Math.min(context.staleAt, instant.getTime())
}

/** What the document is about is hidden until `instant`; from then on an old copy would keep hiding it. */
export function hiddenUntil(instant: Date): void {
  const context = currentRenderContext()
  context.ownStaleAt = Math.min(context.ownStaleAt, instant.getTime())
}

/** Answers with `status` in place of 200; the page drawn is the body. */
export function setStatus(status: 403 | 404 | 410): void {
  currentRenderContext().status = status
}

/** Answers with a redirect to `path`: 301 for good, 302 where the address will have a page of its own later. */
export function redirectTo(path: string, status: 301 | 302): void {
  const context = currentRenderContext()
  context.status = status
  context.location = path
}

/** The document's `Link` header leads to `url` as well. */
export function addLinkHeader(url: string, rel: string): void {
  currentRenderContext().links.push(`<${url}>; rel="${rel}"`)
}
