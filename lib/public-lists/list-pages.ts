/** Stories on a full page of a list; the newest page holds up to twice as many, less one. */
export const pageSize = 20

/** A list of stories that readers leaf through. */
export type StoryList =
  | { kind: 'latest' }
  /** The stories of a category and of those under it. */
  | { kind: 'category'; id: number; categoryIds: number[] }
  | { kind: 'topic'; id: number }
  | { kind: 'author'; id: number }

/** What `ListPage.list` calls the list. */
export function listKey(list: StoryList): string {
  return list.kind === 'latest' ? 'latest' : `${list.kind}:${list.id}`
}

/** Where a story stands in time: lists run by this, oldest first. */
export type StoryKey = { publicAt: Date; id: number }

/**
 * Cuts the open end of a list (oldest first) into pages: full ones, and last the newest, which is never nearly
 * empty: it takes what is over, from `pageSize` to twice that less one.
 * @see docs/decisions/002-pages-from-the-oldest.md
 */
export function splitOpenPages<T>(oldestFirst: T[]): T[][] {
  const pageCount = Math.max(1, Math.floor(oldestFirst.length / pageSize))
  return Array.from({ length: pageCount }, (_, index) =>
    oldestFirst.slice(
      index * pageSize,
      index === pageCount - 1 ? undefined : (index + 1) * pageSize,
    ),
  )
}
