import { readCardAddress } from '@/lib/cards/share-card/share-card'
import { findShareCard } from '@/lib/cards/share-card/share-card-queries'
import { paperNow } from '@/lib/clock'
import { cacheControl, noStore } from '@/lib/http/cache-lifetimes'

const emptyResponse = (status: 404 | 410) =>
  new Response(null, { status, headers: { 'Cache-Control': noStore } })

/** A story's card for other sites, under its present address or any it had. */
export async function GET(request: Request, { params }: RouteContext<'/media/card/[file]'>) {
  const { file } = await params
  const address = readCardAddress(file)
  const found = address && (await findShareCard(address, paperNow()))
  if (!found) return emptyResponse(404)
  if (found.kind === 'withdrawn') return emptyResponse(410)
  const { bytes, hash } = found
  const etag = `"${hash}"`
  const headers = {
    'Cache-Control': cacheControl(hash === address.hash ? 'shareCard' : 'oldShareCard'),
    ETag: etag,
    'X-Content-Type-Options': 'nosniff',
  }
  const isKnown = request.headers
    .get('if-none-match')
    ?.split(/\s*,\s*/)
    .includes(etag)
  if (isKnown) return new Response(null, { status: 304, headers })
  return new Response(new Uint8Array(bytes), {
    headers: { ...headers, 'Content-Type': 'image/jpeg' },
  })
}
