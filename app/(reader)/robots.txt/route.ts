import { env } from '@/lib/env'
import { findAiPolicy } from '@/lib/paper/queries'
import type { AiPolicy } from '@/lib/paper/settings'
import { staleFrom } from '@/lib/render-context/response'
import { robotsText } from '@/lib/seo/crawlers/robots'

// The page cache stores the response; Next caches nothing.
export const dynamic = 'force-dynamic'

/**
 * Without a database nobody knows what the paper decided, and an answer there must be: a crawler that gets none stays
 * away from the whole site. Who is kept out for that while comes again; who was let in cannot be sent back.
 */
async function policyOr(otherwise: AiPolicy): Promise<AiPolicy> {
  try {
    return await findAiPolicy()
  } catch {
    staleFrom(new Date())
    return otherwise
  }
}

export async function GET() {
  return new Response(robotsText(await policyOr('closed'), env.siteUrl), {
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  })
}
