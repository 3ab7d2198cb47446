import type { Article, StorySummary } from '@/lib/content-model/article'

export const moreInCategoryCount = 5
export const readMoreCount = 20

/**
 * আরও পড়ুন: first what was chosen by hand for this story, then the newest of the paper; never the story itself, nor
 * one that stands in `moreInCategory` on the same page, and none twice.
 */
export function chooseReadMore(
  article: Pick<Article, 'id' | 'related'>,
  moreInCategory: StorySummary[],
  latest: StorySummary[],
): StorySummary[] {
  const taken = new Set([article.id, ...moreInCategory.map((story) => story.id)])
  const chosen: StorySummary[] = []
  for (const story of [...article.related, ...latest]) {
    if (taken.has(story.id)) continue
    taken.add(story.id)
    chosen.push(story)
  }
  return chosen.slice(0, readMoreCount)
}
