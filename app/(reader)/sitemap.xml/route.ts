import { env } from '@/lib/env'
import { requestNow } from '@/lib/render-context/request-now'
import { sitemapIndex } from '@/lib/seo/sitemap/sitemap-files'
import { xmlResponse } from '@/lib/seo/sitemap/xml-response'

// The page cache stores the response; Next caches nothing.
export const dynamic = 'force-dynamic'

export async function GET() {
  return xmlResponse(await sitemapIndex(env.siteUrl, requestNow()))
}
