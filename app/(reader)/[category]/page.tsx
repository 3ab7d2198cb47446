import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { NotFoundPage } from '@/app/(reader)/_errors/NotFoundPage'
import { ReaderListPage } from '@/app/(reader)/_lists/ReaderListPage'
import { categoryList } from '@/app/(reader)/_lists/reader-lists'
import { getImprint } from '@/app/(reader)/_metadata/imprint'
import { listMetadata } from '@/app/(reader)/_metadata/list-metadata'
import { notFoundMetadata } from '@/app/(reader)/_metadata/not-found-metadata'
import { pageMetadata } from '@/app/(reader)/_metadata/page-metadata'
import { StoryBody } from '@/components/article/StoryBody'
import { JsonLd } from '@/components/site/JsonLd'
import { Page } from '@/components/site/Page'
import { findPage, getSiteInfo } from '@/lib/paper/queries'
import { requestNow } from '@/lib/render-context/request-now'
import { staticPageData } from '@/lib/seo/json-ld/page'

type Props = PageProps<'/[category]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { category: slug } = await params
  const found = await categoryList.find(slug, null)
  if (found) return listMetadata(found.title, `/${slug}`, found.page)
  const page = await findPage(slug)
  if (!page) return notFoundMetadata
  const { paper } = await getSiteInfo(requestNow())
  const t = await getTranslations('reader')
  return pageMetadata({
    title: page.title,
    description: t('pageDescription', { title: page.title, paper: paper.name }),
    path: `/${slug}`,
  })
}

/** A category, or a page of the paper such as "about": both stand at the first part of an address. */
export default async function CategoryPage({ params }: Props) {
  const { category: slug } = await params
  const found = await categoryList.find(slug, null)
  if (found) return <ReaderListPage {...found} basePath={`/${slug}`} requestedPage={null} />
  const page = await findPage(slug)
  if (!page) return <NotFoundPage path={`/${slug}`} />
  const now = requestNow()
  return (
    <>
      <Page masthead={await getSiteInfo(now)} now={now}>
        <article className="grid gap-5 pt-8">
          <h1 className="text-27 md:text-34">{page.title}</h1>
          <StoryBody body={page.body} pictures={{}} />
        </article>
      </Page>
      <JsonLd things={staticPageData({ slug, title: page.title }, await getImprint())} />
    </>
  )
}
