import type { AiPolicy } from '@/lib/paper/settings'
import crawlers from './ai-crawlers.json' with { type: 'json' }

/**
 * What a crawler of a language model uses the pages for: to train models; to answer questions with a link to the page;
 * or because somebody requested the page or asked about its content.
 */
type AiPurpose = 'training' | 'answers' | 'request'

/**
 * The crawlers known by November 2026: the token of each in robots.txt, its purpose, and the page on which its operator
 * documents it. `Google-Extended` and `Applebot-Extended` are not crawlers of their own: under these names a site keeps
 * what Googlebot and Applebot fetched out of training, and search stays the same. Bytespider's operator documents
 * nothing; it is known to crawl for training. Some crawlers of the purpose `request` state that they ignore robots.txt.
 * A crawler that is not listed is treated as a search engine's.
 */
export const aiCrawlers = crawlers as { token: string; purpose: AiPurpose; source: string }[]

const refusedPurposes: Record<AiPolicy, AiPurpose[]> = {
  open: [],
  answersOnly: ['training'],
  closed: ['training', 'answers', 'request'],
}

/** The tokens of the crawlers that the policy refuses. */
export const refusedCrawlers = (policy: AiPolicy): string[] =>
  aiCrawlers
    .filter(({ purpose }) => refusedPurposes[policy].includes(purpose))
    .map(({ token }) => token)
