import { answerWith, redirectTo } from '@/lib/document/document'
import { findFirstRedirect } from '@/lib/paper/queries'

// The press keeps documents; Next keeps none.
export const dynamic = 'force-dynamic'

/** Where the first of the old site's addresses that has moved leads, for the press (press/old-queries.ts). */
export async function GET(request: Request) {
  const addresses = new URL(request.url).searchParams.getAll('at')
  const redirect = await findFirstRedirect(addresses)
  if (redirect) redirectTo(redirect.toPath, 301)
  else answerWith(404)
  return new Response(null, { headers: { 'Content-Type': 'text/plain' } })
}
