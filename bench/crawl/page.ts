import type { CheerioCrawlingContext } from '@crawlee/cheerio'
import { structuredDataFaults } from '../../tools/structured-data/structured-data-faults'

type Page$ = CheerioCrawlingContext['$']

/** A response as a bot without scripts sees it. Addresses are paths of the site. */
export type CrawledPage = {
  path: string
  /** Where the first link to it stood; null for what only a sitemap names. */
  from: string | null
  status: number
  /** Where it leads instead. */
  location: string | null
  /** Null for what is not a page: a feed, a picture, a text. */
  html: PageFacts | null
}

export type PageFacts = {
  headings: string[]
  title: string
  description: string
  canonicals: string[]
  isIndexed: boolean
  /** Parsed; null for one that is no JSON. */
  jsonLd: unknown[]
  /** Faults by schema.org's vocabulary and Google's rules. */
  jsonLdFaults: string[]
  /** Links of readers to other addresses of the site. */
  links: string[]
}

// A story's: a category, and a number without anything before it.
const story = /^\/(?!topic\/|author\/)[^/]+\/[1-9]\d*$/
export const isStory = (path: string): boolean => story.test(path)

/** The path of a link that stays on the site, without its query; null for any other link. */
export function pathOn(site: URL, href: string, base: string): string | null {
  const url = URL.parse(href, new URL(base, site))
  return url?.origin === site.origin ? url.pathname : null
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Null is reported as a fault.
    return null
  }
}

const jsonLdScript = 'script[type="application/ld+json"]'

/** The part of the page that the validator reads. */
const structuredPart = ($: Page$) =>
  $(jsonLdScript)
    .toArray()
    .map((each) => $.html(each))
    .join('')

export async function readPage($: Page$, site: URL, path: string): Promise<PageFacts> {
  const texts = (selector: string) =>
    $(selector)
      .toArray()
      .map((each) => $(each).text().trim())
  const values = (selector: string, name: string) =>
    $(selector)
      .toArray()
      .map((each) => $(each).attr(name)?.trim() ?? '')
  // No bot follows a link that asks for that: a form is no story.
  const links = values('a[href]:not([rel~="nofollow"])', 'href').map((href) =>
    pathOn(site, href, path),
  )
  return {
    headings: texts('h1'),
    title: texts('head > title').join(' '),
    description: values('meta[name="description"]', 'content').join(' '),
    canonicals: values('link[rel="canonical"]', 'href'),
    isIndexed: !values('meta[name="robots"]', 'content').join().includes('noindex'),
    jsonLd: texts(jsonLdScript).map(parsed),
    jsonLdFaults: await structuredDataFaults(structuredPart($)),
    links: [...new Set(links)].filter((link) => link !== null),
  }
}
