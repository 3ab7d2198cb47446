/** What a command did to addresses, for those outside who keep them: hubs, search engines. */
export type MovedAddresses = {
  /** Paths of lists: where one was and where it is, or one that lists other stories now. */
  lists: string[]
  /** Stories that stood under another category's address: they are at their own by now. */
  stories?: { categorySlug: string; ids: number[] }
}

// A request to a search engine holds 10,000 addresses, and each of these stories has two.
const maxStoriesPerBatch = 4_000

/** The same in parts that can each be told by one request: a category may hold half the archive. */
export function batchMovedAddresses({ lists, stories }: MovedAddresses): MovedAddresses[] {
  if (!stories || stories.ids.length === 0) return [{ lists }]
  const { categorySlug, ids } = stories
  return Array.from({ length: Math.ceil(ids.length / maxStoriesPerBatch) }, (_, batchIndex) => ({
    lists: batchIndex === 0 ? lists : [],
    stories: {
      categorySlug,
      ids: ids.slice(batchIndex * maxStoriesPerBatch, (batchIndex + 1) * maxStoriesPerBatch),
    },
  }))
}
