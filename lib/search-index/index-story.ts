import 'server-only'
import type { Db, TransactionClient } from '@/lib/db/client'
import { runTransaction } from '@/lib/db/run-transaction'
import { type SearchableStory, searchRowOf } from './search-words'

/** Writes the search words of these stories. */
async function writeSearchWords(
  tx: TransactionClient,
  stories: (SearchableStory & { id: number })[],
): Promise<void> {
  const rows = stories.map((story) => searchRowOf(story))
  await tx.$executeRaw`
    INSERT INTO "ArticleSearch" ("articleId", "headline", "top", "words")
    SELECT id, headline, top::tsvector, words::tsvector
    FROM unnest(
      ${stories.map((story) => story.id)}::int[],
      ${rows.map((row) => row.headline)}::text[],
      ${rows.map((row) => row.top)}::text[],
      ${rows.map((row) => row.words)}::text[]
    ) AS row (id, headline, top, words)
    ON CONFLICT ("articleId") DO UPDATE
    SET "headline" = EXCLUDED."headline", "top" = EXCLUDED."top", "words" = EXCLUDED."words"`
}

/** Indexes a story, in the transaction that writes it. */
export async function indexStoryForSearch(
  tx: TransactionClient,
  id: number,
  story: SearchableStory,
): Promise<void> {
  await writeSearchWords(tx, [{ ...story, id }])
}

const batchSize = 50
const batchTimeoutMs = 60_000

/**
 * Indexes every story again, a batch in each transaction, while the paper runs: after a change of the rules of search.
 * @param onProgress is called with the count after each batch @returns the number of stories
 */
export async function reindexStories(
  db: Db,
  onProgress: (indexedCount: number) => void,
): Promise<number> {
  let indexedCount = 0
  let last = 0
  const reindexAfter = async (tx: TransactionClient, id: number) => {
    // Locked, so that a concurrent save is not overwritten.
    const stories = await tx.$queryRaw<(SearchableStory & { id: number })[]>`
      SELECT "id", "headline", "kicker", "standfirst", "body" FROM "Article"
      WHERE "id" > ${id} ORDER BY "id" LIMIT ${batchSize} FOR SHARE`
    if (stories.length > 0) await writeSearchWords(tx, stories)
    return stories
  }
  for (;;) {
    const after = last
    const found = await runTransaction(db, (tx) => reindexAfter(tx, after), {
      timeout: batchTimeoutMs,
    })
    if (found.length === 0) return indexedCount
    last = found.at(-1)?.id ?? last
    indexedCount += found.length
    onProgress(indexedCount)
  }
}
