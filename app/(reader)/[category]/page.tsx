import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { StoryBody } from '@/components/article/StoryBody'
import { JsonLd } from '@/components/site/JsonLd'
import { Page } from '@/components/site/Page'
import { categoryPath } from '@/lib/categories/category'
import { requestNow } from '@/lib/document/now'
import { findPage, getMasthead } from '@/lib/paper/queries'
import { staticPageData } from '@/lib/seo/json-ld-page'
import { getImprint } from '../imprint'
import { listMetadata } from '../list-metadata'
import { MissingPage } from '../MissingPage'
import { missingMetadata } from '../missing-metadata'
import { pageMetadata } from '../page-metadata'
import { CategoryListPage } from './CategoryListPage'
import { findCategoryAt } from './category-page'

type Props = PageProps<'/[category]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { category: slug } = await params
  const found = await findCategoryAt(slug, null)
  if (found) return listMetadata(found.category.name, categoryPath(found.category), found.page)
  const page = await findPage(slug)
  if (!page) return missingMetadata
  const { paper } = await getMasthead(requestNow())
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
  const found = await findCategoryAt(slug, null)
  if (found) return <CategoryListPage {...found} />
  const page = await findPage(slug)
  if (!page) return <MissingPage path={`/${slug}`} />
  const now = requestNow()
  return (
    <>
      <Page masthead={await getMasthead(now)} now={now}>
        <article className="grid gap-5 pt-8">
          <h1 className="text-27 md:text-34">{page.title}</h1>
          <StoryBody body={page.body} pictures={{}} />
        </article>
      </Page>
      <JsonLd things={staticPageData({ slug, title: page.title }, await getImprint())} />
    </>
  )
}
