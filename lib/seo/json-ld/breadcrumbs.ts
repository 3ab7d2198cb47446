import type { BreadcrumbList } from 'schema-dts'
import { type Category, categoryPath } from '@/lib/content-model/category'
import { pageUrl } from '@/lib/seo/page-url'
import type { Imprint } from './imprint'

type Breadcrumb = { name: string; path: string }

/**
 * The path from the front page to a page. Google shows one of two or more entries.
 * @see https://developers.google.com/search/docs/appearance/structured-data/breadcrumb
 */
export function breadcrumbListData(
  { siteUrl, paper }: Imprint,
  below: Breadcrumb[],
): BreadcrumbList {
  const breadcrumbs = [{ name: paper.name, path: '/' }, ...below]
  return {
    '@type': 'BreadcrumbList',
    itemListElement: breadcrumbs.map(({ name, path }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: pageUrl(siteUrl, path),
    })),
  }
}

/** The path through the categories. The page itself may be left out: a story's path ends with its category. */
export const breadcrumbData = (imprint: Imprint, trail: Category[]): BreadcrumbList =>
  breadcrumbListData(
    imprint,
    trail.map((category) => ({ name: category.name, path: categoryPath(category) })),
  )
