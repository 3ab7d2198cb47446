import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { latestPath } from '@/app/(reader)/_lists/reader-lists'
import { listPagePath } from '@/components/list/Pager'
import type { PublicStoryPage } from '@/lib/articles/queries'
import { toBengaliDigits } from '@/lib/bengali/digits'
import { getSiteInfo } from '@/lib/paper/queries'
import { requestNow } from '@/lib/render-context/request-now'
import { pageMetadata } from './page-metadata'

/** The heading of a list's page, with the page's number on all but the newest. */
export async function listPageTitle(title: string, { number, newest }: PublicStoryPage) {
  if (number === newest) return title
  const t = await getTranslations('list')
  return t('pageTitle', { title, number: toBengaliDigits(String(number)) })
}

/** The metadata of a list's page. */
export async function listMetadata(
  title: string,
  basePath: string,
  page: PublicStoryPage,
): Promise<Metadata> {
  const t = await getTranslations('reader')
  const { paper } = await getSiteInfo(requestNow())
  const numbered = await listPageTitle(title, page)
  return pageMetadata({
    title: numbered,
    description: t('listDescription', { title: numbered, paper: paper.name }),
    path: listPagePath(basePath, page.number, page.newest),
    // The list of all stories has the paper's own feed.
    feedOf:
      basePath === latestPath
        ? { listPath: '/', title: paper.name }
        : { listPath: basePath, title: `${title} | ${paper.name}` },
  })
}
