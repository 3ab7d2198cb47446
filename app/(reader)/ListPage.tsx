import type { ReactNode } from 'react'
import { listPagePath } from '@/components/list/Pager'
import { StoryListing } from '@/components/list/StoryListing'
import { Page } from '@/components/site/Page'
import type { StoryListPage } from '@/lib/articles/queries'
import { redirectTo } from '@/lib/document/document'
import { requestNow } from '@/lib/document/now'
import { getMasthead } from '@/lib/paper/queries'

type ListPageProps = {
  title: string
  beside?: ReactNode
  basePath: string
  page: StoryListPage
  /** Null at the list's bare address, which shows the newest page. */
  askedFor: number | null
}

/** A page of any list. The newest page's number leads to the bare address, for now: it will be an old page one day. */
export async function ListPage({ title, beside, basePath, page, askedFor }: ListPageProps) {
  const now = requestNow()
  if (askedFor === page.newest) {
    redirectTo(listPagePath(basePath, page.newest, page.newest), 302)
    return null
  }
  return (
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
  )
}
