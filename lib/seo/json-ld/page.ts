import type { AboutPage, BreadcrumbList, ContactPage, WebPage } from 'schema-dts'
import type { PageLink } from '@/lib/paper/paper'
import { breadcrumbListData } from './breadcrumbs'
import type { Imprint } from './imprint'
import { pageData } from './paper'

/** Pages that schema.org has a word for, by the slug under which a paper keeps them. */
const typesBySlug: Partial<Record<string, 'AboutPage' | 'ContactPage'>> = {
  about: 'AboutPage',
  contact: 'ContactPage',
}

/**
 * A page of the paper itself, and the way to it. Who asks who is behind a paper, and how to reach it, looks for such
 * pages: Google's raters and others who rate sources.
 */
export function staticPageData(
  { slug, title }: PageLink,
  imprint: Imprint,
): [WebPage | AboutPage | ContactPage, BreadcrumbList] {
  const path = `/${slug}`
  const page = pageData(typesBySlug[slug] ?? 'WebPage', { name: title, path }, imprint)
  return [page, breadcrumbListData(imprint, [{ name: title, path }])]
}
