import 'server-only'
import { currentRenderContext, type RefusedForm } from './render-context'

/** Ties the page being rendered to its own subject. */
export function tagPage(tag: string): void {
  currentRenderContext().ownTags.add(tag)
}

/** Ties the page being rendered to a list it shows. */
export function tagList(tag: string): void {
  currentRenderContext().listTags.add(tag)
}

/** The page shows or hides content at `instant` and is stale from then on. */
export function staleFrom(instant: Date | null): void {
  if (!instant) return
  const context = currentRenderContext()
  context.staleAt = Math.min(context.staleAt, instant.getTime())
}

/** The page's subject is hidden until `instant`; no older copy may be served after it. */
export function hiddenUntil(instant: Date): void {
  const context = currentRenderContext()
  context.ownStaleAt = Math.min(context.ownStaleAt, instant.getTime())
}

/** Sets the status of the response, whose body is the rendered page. */
export function setStatus(status: 403 | 404 | 410): void {
  currentRenderContext().status = status
}

/** Redirects to `path`: 301 permanently, 302 where the address will have a page later. */
export function redirectTo(path: string, status: 301 | 302): void {
  const context = currentRenderContext()
  context.status = status
  context.location = path
}

/** Adds a link to the `Link` header. */
export function addLinkHeader(url: string, rel: string): void {
  currentRenderContext().links.push(`<${url}>; rel="${rel}"`)
}

/** Makes the response the form again, with the refusal's status. */
export function refuseForm(refused: RefusedForm): void {
  currentRenderContext().refusedForm = refused
}

/** The refused form that this page shows again; null when the form is only asked for. */
export const currentRefusedForm = (): RefusedForm | null => currentRenderContext().refusedForm
