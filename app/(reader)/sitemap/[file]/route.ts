import { toBengaliDigits } from '@/lib/bengali/digits'
import { env } from '@/lib/env'
import { requestNow } from '@/lib/render-context/request-now'
import { readSitemapFile } from '@/lib/seo/sitemap/sitemap'
import { findSitemap } from '@/lib/seo/sitemap/sitemap-files'
import { xmlResponse } from '@/lib/seo/sitemap/xml-response'

// The page cache stores the response; Next caches nothing.
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
