import type { BreadcrumbList } from 'schema-dts'
import { type Category, categoryPath } from '@/lib/categories/category'
import type { Imprint } from './imprint'
import { pageUrl } from './page-url'

type Step = { name: string; path: string }

/**
 * The way from the front page down to a page. Google shows a trail of two or more.
 * @see https://developers.google.com/search/docs/appearance/structured-data/breadcrumb
 */
export function trailData({ siteUrl, paper }: Imprint, below: Step[]): BreadcrumbList {
  const steps = [{ name: paper.name, path: '/' }, ...below]
  return {
    '@type': 'BreadcrumbList',
    itemListElement: steps.map(({ name, path }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: pageUrl(siteUrl, path),
    })),
  }
}

/** The way down the categories. The page itself need not be in it, so that a story's ends with its category. */
export const breadcrumbData = (imprint: Imprint, trail: Category[]): BreadcrumbList =>
  trailData(
    imprint,
    trail.map((category) => ({ name: category.name, path: categoryPath(category) })),
  )
