import { toBengaliDigits } from '@/lib/bengali/digits'
import { requestNow } from '@/lib/document/now'
import { env } from '@/lib/env'
import { readSitemapFile } from '@/lib/seo/sitemap'
import { findSitemap } from '@/lib/seo/sitemap-files'
import { xmlResponse } from '@/lib/seo/xml-response'

// The press keeps documents; Next keeps none.
export const dynamic = 'force-dynamic'

const missing = () =>
  new Response(toBengaliDigits(404), {
    status: 404,
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  })

export async function GET(_: Request, { params }: RouteContext<'/sitemap/[file]'>) {
  const file = readSitemapFile((await params).file)
  const text = file && (await findSitemap(file, env.siteUrl, requestNow()))
  return text ? xmlResponse(text) : missing()
}
