import { isConnectionLimited, matches } from './connection'

/**
 * Makes the browser prefetch a page of the site when the reader is about to open it: on touch on phones, on hover with
 * a mouse. On phones "moderate" would prefetch every link in view. Only the HTML is fetched, about 10 KB, without
 * pictures; the browser keeps two at most.
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
            {
              not: { href_matches: ['/newsroom*', '/api/*', '/media/*', '/search*', '/report/*'] },
            },
          ],
        },
        eagerness: matches('(hover: hover)') ? 'moderate' : 'conservative',
      },
    ],
  })
  document.head.append(script)
}
