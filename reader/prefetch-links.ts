import { isConnectionLimited, matches } from './connection'

/**
 * Has the browser fetch a document of ours when the reader is about to open it: on a phone when the finger touches
 * the link, with a mouse when it rests there. "moderate" on a phone would fetch what merely stands in view. Only the
 * document comes, about 10 KB, without its pictures; the browser holds two at most.
 */
export function prefetchLinks(): void {
  if (!HTMLScriptElement.supports?.('speculationrules') || isConnectionLimited()) return
  const script = document.createElement('script')
  script.type = 'speculationrules'
  script.text = JSON.stringify({
    prefetch: [
      {
        where: {
          and: [
            { href_matches: '/*' },
            { not: { href_matches: ['/newsroom*', '/api/*', '/media/*', '/search*'] } },
          ],
        },
        eagerness: matches('(hover: hover)') ? 'moderate' : 'conservative',
      },
    ],
  })
  document.head.append(script)
}
