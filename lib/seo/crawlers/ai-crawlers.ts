import type { AiPolicy } from '@/lib/paper/settings'

/** What a program that gathers for a language model wants the pages for. */
export type AiPurpose =
  /** To train models with them: nobody who reads what comes of it hears of the paper. */
  | 'training'
  /** To answer questions from them and say where the answer is from. */
  | 'answers'
  /** Because somebody asked for the page, or asked about what is in it. */
  | 'request'

export type AiCrawler = {
  /** Its name in robots.txt. */
  token: string
  purpose: AiPurpose
  /** Where whoever sends it says so. */
  source: string
}

const openAi = 'https://developers.openai.com/docs/bots'
const anthropic = 'https://support.claude.com/en/articles/8896518'
const google =
  'https://developers.google.com/crawling/docs/crawlers-fetchers/google-common-crawlers'
const apple = 'https://support.apple.com/en-us/119829'
const meta = 'https://developers.facebook.com/docs/sharing/webmasters/web-crawlers'
const perplexity = 'https://docs.perplexity.ai/guides/bots'
const mistral = 'https://docs.mistral.ai/robots'
const amazon = 'https://developer.amazon.com/amazonbot'

/**
 * The programs known by November 2026, by what those who send them say of them. `Google-Extended` and
 * `Applebot-Extended` send nobody: they are names under which Googlebot's and Applebot's findings may be kept from
 * training, and search is the same either way. Bytespider's sender documents nothing; what is known is that it gathers
 * for training. Those who come because somebody asked say, some of them, that robots.txt is not for them.
 * A crawler that is not here is treated as any search engine's.
 */
export const aiCrawlers: AiCrawler[] = [
  { token: 'GPTBot', purpose: 'training', source: openAi },
  { token: 'ClaudeBot', purpose: 'training', source: anthropic },
  { token: 'Google-Extended', purpose: 'training', source: google },
  { token: 'Applebot-Extended', purpose: 'training', source: apple },
  { token: 'meta-externalagent', purpose: 'training', source: meta },
  { token: 'CCBot', purpose: 'training', source: 'https://commoncrawl.org/ccbot' },
  { token: 'Bytespider', purpose: 'training', source: 'https://bytespider.bytedance.com' },
  { token: 'Amazonbot', purpose: 'training', source: amazon },
  { token: 'OAI-SearchBot', purpose: 'answers', source: openAi },
  { token: 'Claude-SearchBot', purpose: 'answers', source: anthropic },
  { token: 'PerplexityBot', purpose: 'answers', source: perplexity },
  { token: 'meta-webindexer', purpose: 'answers', source: meta },
  { token: 'DuckAssistBot', purpose: 'answers', source: 'https://duckduckgo.com/duckassistbot' },
  { token: 'ChatGPT-User', purpose: 'request', source: openAi },
  { token: 'Claude-User', purpose: 'request', source: anthropic },
  { token: 'Perplexity-User', purpose: 'request', source: perplexity },
  { token: 'meta-externalfetcher', purpose: 'request', source: meta },
  { token: 'MistralAI-User', purpose: 'request', source: mistral },
]

const refusedPurposes: Record<AiPolicy, AiPurpose[]> = {
  open: [],
  answersOnly: ['training'],
  closed: ['training', 'answers', 'request'],
}

/** The names of those that the paper keeps out. */
export const refusedCrawlers = (policy: AiPolicy): string[] =>
  aiCrawlers
    .filter(({ purpose }) => refusedPurposes[policy].includes(purpose))
    .map(({ token }) => token)
