import type { Metadata } from 'next'
import { NotFoundPage } from '@/app/(reader)/_errors/NotFoundPage'
import { WithdrawnPage } from '@/app/(reader)/_errors/WithdrawnPage'
import { articleMetadata } from '@/app/(reader)/_metadata/article-metadata'
import { getImprint } from '@/app/(reader)/_metadata/imprint'
import { notFoundMetadata } from '@/app/(reader)/_metadata/not-found-metadata'
import { ArticleView } from '@/components/article/ArticleView'
import { JsonLd } from '@/components/site/JsonLd'
import { Page } from '@/components/site/Page'
import { findArticle, listLatest, listMoreInCategory } from '@/lib/articles/queries'
import { chooseReadMore, moreInCategoryCount, readMoreCount } from '@/lib/articles/read-next'
import { articlePath, readNumber } from '@/lib/content-model/article'
import { trailTo } from '@/lib/content-model/category'
import { env } from '@/lib/env'
import { findRedirect, getSiteInfo } from '@/lib/paper/queries'
import { requestNow } from '@/lib/render-context/request-now'
import { redirectTo } from '@/lib/render-context/response'
import { articleData } from '@/lib/seo/json-ld/article'
import { breadcrumbData } from '@/lib/seo/json-ld/breadcrumbs'

type Props = PageProps<'/[category]/[id]'>

async function findRequested(params: Props['params']) {
  const number = readNumber((await params).id)
  return { found: number === null ? null : await findArticle(number, requestNow()) }
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { found } = await findRequested(params)
  return found?.kind === 'public' ? articleMetadata(found.article) : notFoundMetadata
}

export default async function ArticlePage({ params }: Props) {
  const now = requestNow()
  const { found } = await findRequested(params)
  if (!found) return <NotFoundPage path={await pathOf(params)} />
  const ownPath = found.kind === 'public' ? articlePath(found.article) : null
  if (found.kind === 'withdrawn' || ownPath !== (await pathOf(params))) {
    // The old site may have had a story of that number at that address.
    const target = (await findRedirect(await pathOf(params))) ?? ownPath
    if (target === null)
      return found.kind === 'withdrawn' ? (
        <WithdrawnPage {...found} />
      ) : (
        <NotFoundPage path={await pathOf(params)} />
      )
    redirectTo(target, 301)
    return null
  }
  const { article } = found
  const [masthead, moreInCategory, latest] = await Promise.all([
    getSiteInfo(now),
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
          breadcrumb={trail}
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
