import type { BreadcrumbList } from 'schema-dts'
import { type Category, categoryPath } from '@/lib/categories/category'
import type { Imprint } from './imprint'
import { pageUrl } from './page-url'

/**
 * The way from the front page down the categories. Google shows a trail of two or more; the page itself need not be in
 * it, so that a story's ends with its category.
 * @see https://developers.google.com/search/docs/appearance/structured-data/breadcrumb
 */
export function breadcrumbData({ siteUrl, paper }: Imprint, trail: Category[]): BreadcrumbList {
  const steps = [
    { name: paper.name, path: '/' },
    ...trail.map((category) => ({ name: category.name, path: categoryPath(category) })),
  ]
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
