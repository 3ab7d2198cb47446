import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { listPagePath } from '@/components/list/Pager'
import type { StoryListPage } from '@/lib/articles/queries'
import { toBengaliDigits } from '@/lib/bengali/digits'
import { requestNow } from '@/lib/document/now'
import { getMasthead } from '@/lib/paper/queries'

/** Title and address of a list's page; an address without a list is not for search engines. */
export async function listMetadata(
  title: string | null,
  basePath: string,
  page: StoryListPage | null,
): Promise<Metadata> {
  if (!title || !page) return { robots: { index: false } }
  const t = await getTranslations()
  const { paper } = await getMasthead(requestNow())
  const numbered =
    page.number === page.newest
      ? title
      : t('list.pageTitle', { title, number: toBengaliDigits(String(page.number)) })
  return {
    title: `${numbered} | ${paper.name}`,
    description: t('reader.listDescription', { title: numbered, paper: paper.name }),
    alternates: { canonical: listPagePath(basePath, page.number, page.newest) },
  }
}
