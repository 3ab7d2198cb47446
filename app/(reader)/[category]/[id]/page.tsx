import type { Metadata } from 'next'
import { ArticleView } from '@/components/article/ArticleView'
import { JsonLd } from '@/components/site/JsonLd'
import { Page } from '@/components/site/Page'
import { articlePath, readNumber } from '@/lib/articles/article'
import { findArticle, listLatest, listMoreInCategory } from '@/lib/articles/queries'
import { chooseReadMore, moreInCategoryCount, readMoreCount } from '@/lib/articles/read-next'
import { trailTo } from '@/lib/categories/category'
import { redirectTo } from '@/lib/document/document'
import { requestNow } from '@/lib/document/now'
import { env } from '@/lib/env'
import { findRedirect, getMasthead } from '@/lib/paper/queries'
import { articleData } from '@/lib/seo/json-ld-article'
import { breadcrumbData } from '@/lib/seo/json-ld-breadcrumbs'
import { articleMetadata } from '../../article-metadata'
import { getImprint } from '../../imprint'
import { MissingPage } from '../../MissingPage'
import { missingMetadata } from '../../missing-metadata'
import { WithdrawnPage } from '../../WithdrawnPage'

type Props = PageProps<'/[category]/[id]'>

async function answerTo(params: Props['params']) {
  const number = readNumber((await params).id)
  return { found: number === null ? null : await findArticle(number, requestNow()) }
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { found } = await answerTo(params)
  return found?.kind === 'public' ? articleMetadata(found.article) : missingMetadata
}

export default async function ArticlePage({ params }: Props) {
  const now = requestNow()
  const { found } = await answerTo(params)
  if (!found) return <MissingPage path={await pathOf(params)} />
  const ownPath = found.kind === 'public' ? articlePath(found.article) : null
  if (found.kind === 'withdrawn' || ownPath !== (await pathOf(params))) {
    // The old site may have had a story of that number at that address.
    const target = (await findRedirect(await pathOf(params))) ?? ownPath
    if (target === null) return <WithdrawnPage />
    redirectTo(target, 301)
    return null
  }
  const { article } = found
  const [masthead, moreInCategory, latest] = await Promise.all([
    getMasthead(now),
    listMoreInCategory(article.category.slug, article.id, moreInCategoryCount, now),
    listLatest(readMoreCount + moreInCategoryCount + 1, now),
  ])
  const own = masthead.categories.find((each) => each.slug === article.category.slug)
  const trail = own ? trailTo(masthead.categories, own) : []
  const imprint = await getImprint()
  return (
    <>
      <Page masthead={masthead} now={now}>
        <ArticleView
          article={article}
          trail={trail}
          moreInCategory={moreInCategory}
          readMore={chooseReadMore(article, moreInCategory, latest)}
          siteUrl={env.siteUrl}
          now={now}
        />
      </Page>
      <JsonLd things={[articleData(article, imprint), breadcrumbData(imprint, trail)]} />
    </>
  )
}

async function pathOf(params: Props['params']) {
  const { category, id } = await params
  return `/${category}/${id}`
}
