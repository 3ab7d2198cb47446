import { paperNow } from '@/lib/clock'
import { env } from '@/lib/env'
import { findAiPolicy } from '@/lib/paper/queries'
import type { AiPolicy } from '@/lib/paper/settings'
import { staleFrom } from '@/lib/render-context/response'
import { robotsText } from '@/lib/seo/crawlers/robots'

// The page cache stores the response; Next caches nothing.
export const dynamic = 'force-dynamic'

/**
 * Without a database the paper's setting is unknown, but a response is required: a crawler that gets none stays
 * away from the whole site. A crawler that is refused returns later; text that was crawled cannot be taken back.
 */
async function policyOr(otherwise: AiPolicy): Promise<AiPolicy> {
  try {
    return await findAiPolicy()
  } catch {
    staleFrom(paperNow())
    return otherwise
  }
}

export async function GET() {
  return new Response(robotsText(await policyOr('closed'), env.siteUrl), {
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  })
}
