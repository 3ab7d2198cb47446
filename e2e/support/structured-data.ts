import { Parser } from 'htmlparser2'

type JsonLdNode = { '@type': string; '@id'?: string } & Record<string, unknown>

/** The things that a page's structured data tells of, as a crawler without scripts reads them. */
export function structuredData(html: string): JsonLdNode[] {
  const texts: string[] = []
  let isOpen = false
  const parser = new Parser({
    onopentag(name, { type }) {
      isOpen = name === 'script' && type === 'application/ld+json'
      if (isOpen) texts.push('')
    },
    ontext(text) {
      if (isOpen) texts.push(`${texts.pop() ?? ''}${text}`)
    },
    onclosetag() {
      isOpen = false
    },
  })
  parser.end(html)
  return texts.flatMap((text) => JSON.parse(text)['@graph'] as JsonLdNode[])
}

/** A story as our own structured data tells of it: a narrower shape than schema.org allows. */
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

/** Every address in it, wherever it stands. */
export function addressesIn(node: unknown): string[] {
  if (typeof node === 'string') return /^https?:\/\//.test(node) ? [node] : []
  return node && typeof node === 'object' ? Object.values(node).flatMap(addressesIn) : []
}
