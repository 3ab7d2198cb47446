import { createHash } from 'node:crypto'

const digest = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 32)

/** Keys by which imported stories find themselves again; the headline has passed text normalization. */
export const importKeys = {
  /** A story known only by its headline. */
  headline: (headline: string) => `headline:${digest(headline)}`,
  /** A whole story: papers use a headline twice, but not at one time. */
  page: (headline: string, publishedAt: Date) =>
    `page:${digest(headline)}:${publishedAt.toISOString()}`,
  /** The prefix of the import keys of all complete stories with that headline. */
  pagePrefix: (headline: string) => `page:${digest(headline)}:`,
  /** A story of a collection that numbers its documents. */
  document: (id: string) => `document:${id}`,
}
