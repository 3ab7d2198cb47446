import type {
  NewsMediaOrganization,
  SearchAction,
  WebSite,
  WithActionConstraints,
} from 'schema-dts'
import { pageUrl } from '@/lib/seo/page-url'
import { searchBasePath } from '@/lib/urls/search-address'
import type { Imprint } from './imprint'

/**
 * The slugs of pages that state a policy, by its property in schema.org.
 * @see https://schema.org/NewsMediaOrganization
 */
const policySlugs = {
  publishingPrinciples: 'principles',
  correctionsPolicy: 'corrections',
  ethicsPolicy: 'ethics',
  ownershipFundingInfo: 'ownership',
  noBylinesPolicy: 'bylines',
  verificationFactCheckingPolicy: 'fact-checking',
} as const
type Policy = keyof typeof policySlugs

/** The address of the page that states the policy; undefined where the paper has none. */
export function policyUrl({ siteUrl, pages }: Imprint, policy: Policy): string | undefined {
  const slug = policySlugs[policy]
  return pages.some((page) => page.slug === slug) ? pageUrl(siteUrl, `/${slug}`) : undefined
}

/** The `@id` of the paper. */
export const paperId = ({ siteUrl }: Imprint) => `${siteUrl}/#paper`

/**
 * The paper as the publisher of a page. Google asks for a crawlable logo of 112 × 112 px or more.
 * @see https://developers.google.com/search/docs/appearance/structured-data/organization
 */
export function publisherData(imprint: Imprint) {
  const { siteUrl, paper, logo } = imprint
  return {
    '@type': 'NewsMediaOrganization',
    '@id': paperId(imprint),
    name: paper.name,
    url: siteUrl,
    logo: siteUrl + logo.path,
  } as const satisfies NewsMediaOrganization
}

/** The structured data of every page: its type, address and name. */
export const pageData = <T extends string>(
  type: T,
  { name, path }: { name: string; path: string },
  imprint: Imprint,
) => ({
  '@type': type,
  '@id': pageUrl(imprint.siteUrl, path),
  name,
  inLanguage: 'bn',
  publisher: publisherData(imprint),
})

/** The paper with its contact data and policies, for the front page. */
export function paperData(imprint: Imprint): NewsMediaOrganization {
  const { paper } = imprint
  const policies = Object.keys(policySlugs) as Policy[]
  return {
    ...publisherData(imprint),
    slogan: paper.tagline,
    address: paper.address,
    telephone: paper.phone,
    email: paper.email,
    ...Object.fromEntries(policies.map((policy) => [policy, policyUrl(imprint, policy)])),
  }
}

/** The site with the address of its search. */
export function siteData(imprint: Imprint): WebSite {
  const { siteUrl, paper } = imprint
  const search: WithActionConstraints<SearchAction> = {
    '@type': 'SearchAction',
    target: {
      '@type': 'EntryPoint',
      urlTemplate: `${siteUrl}${searchBasePath}?q={search_term_string}`,
    },
    'query-input': 'required name=search_term_string',
  }
  return {
    '@type': 'WebSite',
    '@id': `${siteUrl}/#site`,
    url: siteUrl,
    name: paper.name,
    inLanguage: 'bn',
    publisher: { '@id': paperId(imprint) },
    potentialAction: search,
  }
}
