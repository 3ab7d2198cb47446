import 'server-only'
import { currentSheet } from './sheet'

/** Ties the document being made to its own subject. */
export function tagDocument(tag: string): void {
  currentSheet().ownTags.add(tag)
}

/** Ties the document being made to a list it shows. */
export function tagList(tag: string): void {
  currentSheet().listTags.add(tag)
}

/** The document shows or hides something at `instant`; from then on it is stale. */
export function staleFrom(instant: Date | null): void {
  if (!instant) return
  const sheet = currentSheet()
  sheet.staleAt = Math.min(sheet.staleAt, instant.getTime())
}

/** What the document is about is hidden until `instant`; from then on an old copy would keep hiding it. */
export function hiddenUntil(instant: Date): void {
  const sheet = currentSheet()
  sheet.ownStaleAt = Math.min(sheet.ownStaleAt, instant.getTime())
}

/** Answers with `status` in place of 200; the page drawn is the body. */
export function answerWith(status: 403 | 404 | 410): void {
  currentSheet().status = status
}

/** Answers with a redirect to `path`: 301 for good, 302 where the address will have a page of its own later. */
export function redirectTo(path: string, status: 301 | 302): void {
  const sheet = currentSheet()
  sheet.status = status
  sheet.location = path
}

/** The document's `Link` header leads to `url` as well. */
export function linkHeader(url: string, rel: string): void {
  currentSheet().links.push(`<${url}>; rel="${rel}"`)
}
