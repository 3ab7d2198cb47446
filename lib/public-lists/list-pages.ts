/** Stories on a full page of a list; the newest page holds up to twice as many, less one. */
export const pageSize = 20

/** A paginated list of stories. */
export type StoryList =
  | { kind: 'latest' }
  /** The stories of a category and of those under it. */
  | { kind: 'category'; id: number; categoryIds: number[] }
  | { kind: 'topic'; id: number }
  | { kind: 'author'; id: number }

/** The value of `ListPage.list`. */
export function listKey(list: StoryList): string {
  return list.kind === 'latest' ? 'latest' : `${list.kind}:${list.id}`
}

/** The sort key of lists, oldest first. */
export type StoryKey = { publicAt: Date; id: number }

/**
 * Splits the open end of a list (oldest first) into full pages; the newest takes the rest and has from `pageSize` to twice
 * that less one.
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
