import { readPhotocardFile } from '@/lib/photocards/photocard'
import { findPhotocardPicture } from '@/lib/photocards/picture-file'

/**
 * A card never changes, so browsers keep it for good. What stands between asks us again after seconds: a withdrawn
 * story's cards are gone from here as the story is. Who kept one learns at /verify what became of it.
 */
const immutable = 'public, max-age=31536000, immutable, s-maxage=5, stale-while-revalidate=5'

const missingResponse = (status: 404 | 410) =>
  new Response(null, { status, headers: { 'Cache-Control': 'public, max-age=0, s-maxage=5' } })

/** The picture of a photocard whose story readers have. */
export async function GET(request: Request, { params }: RouteContext<'/media/photocards/[file]'>) {
  const code = readPhotocardFile((await params).file)
  const card = code === null ? null : await findPhotocardPicture(code, new Date())
  if (!card?.isPublic) return missingResponse(card?.isWithdrawn ? 410 : 404)
  const headers = { ETag: `"${code}"`, 'Cache-Control': immutable, 'X-Robots-Tag': 'noindex' }
  if (request.headers.get('if-none-match') === headers.ETag) {
    return new Response(null, { status: 304, headers })
  }
  return new Response(new Uint8Array(card.bytes), {
    headers: { ...headers, 'Content-Type': 'image/jpeg', 'X-Content-Type-Options': 'nosniff' },
  })
}
