import type { AboutPage, BreadcrumbList, ContactPage, WebPage } from 'schema-dts'
import type { PageLink } from '@/lib/paper/paper'
import { pageUrl } from '@/lib/seo/page-url'
import { breadcrumbListData } from './breadcrumbs'
import type { Imprint } from './imprint'
import { publisherData } from './paper'

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
  const page = {
    '@type': typesBySlug[slug] ?? 'WebPage',
    '@id': pageUrl(imprint.siteUrl, path),
    name: title,
    inLanguage: 'bn',
    publisher: publisherData(imprint),
  } as const
  return [page, breadcrumbListData(imprint, [{ name: title, path }])]
}
