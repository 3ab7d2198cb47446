import { getImprint } from '@/app/(reader)/_metadata/imprint'
import { listPageTitle } from '@/app/(reader)/_metadata/list-metadata'
import { listPagePath } from '@/components/list/Pager'
import { StoryListing } from '@/components/list/StoryListing'
import { JsonLd } from '@/components/site/JsonLd'
import { Page } from '@/components/site/Page'
import { getSiteInfo } from '@/lib/paper/queries'
import { requestNow } from '@/lib/render-context/request-now'
import { redirectTo } from '@/lib/render-context/response'
import { breadcrumbData, breadcrumbListData } from '@/lib/seo/json-ld/breadcrumbs'
import { collectionData, profileData } from '@/lib/seo/json-ld/list'
import type { ReaderList } from './reader-lists'

type ReaderListPageProps = ReaderList & {
  basePath: string
  /** Null at the list's bare address, which shows the newest page. */
  requestedPage: number | null
}

/** A page of any list. The newest page's number redirects to the bare address (302): it will be an old page later. */
export async function ReaderListPage(props: ReaderListPageProps) {
  const { title, aside, basePath, page, requestedPage } = props
  const now = requestNow()
  if (requestedPage === page.newest) {
    redirectTo(listPagePath(basePath, page.newest, page.newest), 302)
    return null
  }
  return (
    <>
      <Page masthead={await getSiteInfo(now)} now={now}>
        <StoryListing
          title={title}
          aside={aside}
          stories={page.stories}
          basePath={basePath}
          number={page.number}
          newest={page.newest}
          now={now}
        />
      </Page>
      <JsonLd things={await jsonLdOf(props)} />
    </>
  )
}

async function jsonLdOf({ title, basePath, page, trail, author }: ReaderListPageProps) {
  const imprint = await getImprint()
  const facts = {
    name: await listPageTitle(title, page),
    path: listPagePath(basePath, page.number, page.newest),
    stories: page.stories,
  }
  const breadcrumbs = trail
    ? breadcrumbData(imprint, trail)
    : breadcrumbListData(imprint, [{ name: title, path: basePath }])
  if (author) return [...profileData(author, facts, imprint), breadcrumbs]
  return [collectionData(facts, imprint), breadcrumbs]
}
