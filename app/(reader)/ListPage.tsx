import type { ReactNode } from 'react'
import { listPagePath } from '@/components/list/Pager'
import { StoryListing } from '@/components/list/StoryListing'
import { JsonLd } from '@/components/site/JsonLd'
import { Page } from '@/components/site/Page'
import type { Contributor } from '@/lib/articles/article'
import type { StoryListPage } from '@/lib/articles/queries'
import type { Category } from '@/lib/categories/category'
import { redirectTo } from '@/lib/document/document'
import { requestNow } from '@/lib/document/now'
import { getMasthead } from '@/lib/paper/queries'
import { breadcrumbData, trailData } from '@/lib/seo/json-ld-breadcrumbs'
import { collectionData, profileData } from '@/lib/seo/json-ld-list'
import { getImprint } from './imprint'
import { listPageTitle } from './list-metadata'

type ListPageProps = {
  title: string
  beside?: ReactNode
  basePath: string
  page: StoryListPage
  /** Null at the list's bare address, which shows the newest page. */
  askedFor: number | null
  /** Of a category: the way down to it. */
  trail?: Category[]
  /** Whose stories these are, where they are somebody's. */
  author?: Contributor
}

/** A page of any list. The newest page's number leads to the bare address, for now: it will be an old page one day. */
export async function ListPage(props: ListPageProps) {
  const { title, beside, basePath, page, askedFor } = props
  const now = requestNow()
  if (askedFor === page.newest) {
    redirectTo(listPagePath(basePath, page.newest, page.newest), 302)
    return null
  }
  return (
    <>
      <Page masthead={await getMasthead(now)} now={now}>
        <StoryListing
          title={title}
          beside={beside}
          stories={page.stories}
          basePath={basePath}
          number={page.number}
          newest={page.newest}
          now={now}
        />
      </Page>
      <JsonLd things={await thingsOf(props)} />
    </>
  )
}

async function thingsOf({ title, basePath, page, trail, author }: ListPageProps) {
  const imprint = await getImprint()
  const facts = {
    name: await listPageTitle(title, page),
    path: listPagePath(basePath, page.number, page.newest),
    stories: page.stories,
  }
  const way = trail
    ? breadcrumbData(imprint, trail)
    : trailData(imprint, [{ name: title, path: basePath }])
  if (author) return [...profileData(author, facts, imprint), way]
  return [collectionData(facts, imprint), way]
}
