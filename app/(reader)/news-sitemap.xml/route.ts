import { requestNow } from '@/lib/document/now'
import { env } from '@/lib/env'
import { newsSitemap } from '@/lib/seo/sitemap-files'
import { xmlResponse } from '@/lib/seo/xml-response'

// The press keeps documents; Next keeps none.
export const dynamic = 'force-dynamic'

export async function GET() {
  return xmlResponse(await newsSitemap(env.siteUrl, requestNow()))
}
