import { searchRowOf } from '@/lib/search-index/search-words'
import type { Newsroom, Story } from './newsroom'

/** Gives a test's story its search words, as the paper's own commands do when they write one. */
export async function indexStory(
  newsroom: Newsroom,
  story: Story,
  given: { headline?: string; standfirst?: string } = {},
): Promise<void> {
  const { headline, top, words } = searchRowOf({ headline: story.headline, body: [], ...given })
  await newsroom.db.$executeRaw`
    INSERT INTO "ArticleSearch" ("articleId", "headline", "top", "words")
    VALUES (${story.id}, ${headline}, ${top}::tsvector, ${words}::tsvector)`
}
