import type { Metadata } from 'next'
import { type Article, articlePath } from '@/lib/articles/article'
import { requestNow } from '@/lib/document/now'
import { getMasthead } from '@/lib/paper/queries'
import { descriptionOf } from '@/lib/seo/share-card'

/** What the head of a story's page says of it: on its own page, and where it is previewed. */
export async function articleMetadata(article: Article): Promise<Metadata> {
  const { paper } = await getMasthead(requestNow())
  return {
    title: `${article.headline} | ${paper.name}`,
    description: descriptionOf(article),
    alternates: { canonical: articlePath(article) },
  }
}
