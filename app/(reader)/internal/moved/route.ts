import { findFirstRedirect } from '@/lib/paper/queries'
import { redirectTo, setStatus } from '@/lib/render-context/response'

// The page cache stores the response; Next caches nothing.
export const dynamic = 'force-dynamic'

/** Where the first of the old site's addresses that has moved leads, for the server (server/http/redirects/query-redirects.ts). */
export async function GET(request: Request) {
  const addresses = new URL(request.url).searchParams.getAll('at')
  const redirect = await findFirstRedirect(addresses)
  if (redirect) redirectTo(redirect.toPath, 301)
  else setStatus(404)
  return new Response(null, { headers: { 'Content-Type': 'text/plain' } })
}
