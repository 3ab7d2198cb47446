import type { AboutPage, BreadcrumbList, ContactPage, WebPage } from 'schema-dts'
import type { PageLink } from '@/lib/paper/paper'
import { breadcrumbListData } from './breadcrumbs'
import type { Imprint } from './imprint'
import { pageData } from './paper'

/** Pages with a type of their own in schema.org, by their usual slug. */
const typesBySlug: Partial<Record<string, 'AboutPage' | 'ContactPage'>> = {
  about: 'AboutPage',
  contact: 'ContactPage',
}

/** A page about the paper with its breadcrumb. Google's raters look for the pages that name publisher and contact. */
export function staticPageData(
  { slug, title }: PageLink,
  imprint: Imprint,
): [WebPage | AboutPage | ContactPage, BreadcrumbList] {
  const path = `/${slug}`
  const page = pageData(typesBySlug[slug] ?? 'WebPage', { name: title, path }, imprint)
  return [page, breadcrumbListData(imprint, [{ name: title, path }])]
}
