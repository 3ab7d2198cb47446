/** The addresses that a command moved, for hubs and search engines. */
export type MovedAddresses = {
  /** Old and new paths of lists, and paths of lists with other stories than before. */
  lists: string[]
  /** Stories that moved away from the address of a category. */
  stories?: { categorySlug: string; ids: number[] }
}

// A request to a search engine takes 10,000 addresses, and each story has two.
const maxStoriesPerBatch = 4_000

/** Splits them into batches for one request each: a category may contain half the archive. */
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
