import { DomUtils, parseDocument } from 'htmlparser2'

type JsonLdNode = { '@type': string; '@id'?: string } & Record<string, unknown>

/** The nodes of a page's JSON-LD, as a crawler without scripts reads them. */
export function structuredData(html: string): JsonLdNode[] {
  return DomUtils.getElementsByTagName('script', parseDocument(html))
    .filter(({ attribs }) => attribs.type === 'application/ld+json')
    .flatMap((script) => JSON.parse(DomUtils.textContent(script))['@graph'] as JsonLdNode[])
}

/** A story in our JSON-LD: a narrower shape than schema.org allows. */
export type NewsArticleNode = {
  '@id': string
  mainEntityOfPage: string
  headline: string
  image: string[]
  datePublished: string
  dateModified: string
  author: { '@type': 'Person' | 'Organization'; name: string; url: string }[]
  publisher: { name: string; url: string; logo: string }
  articleSection: string
  inLanguage: string
  isAccessibleForFree: boolean
  isBasedOn: { publisher: { name: string; url: string } }
  correction: { text: string; datePublished: string }[]
}

export const articleIn = (html: string) =>
  structuredData(html).find((node) => node['@type'] === 'NewsArticle') as
    | NewsArticleNode
    | undefined

/** Every address in the node, at any depth. */
export function addressesIn(node: unknown): string[] {
  if (typeof node === 'string') return /^https?:\/\//.test(node) ? [node] : []
  return node && typeof node === 'object' ? Object.values(node).flatMap(addressesIn) : []
}
