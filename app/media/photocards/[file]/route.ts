import { paperNow } from '@/lib/clock'
import { cacheControl } from '@/lib/http/cache-lifetimes'
import { readPhotocardFile } from '@/lib/photocards/photocard'
import { findPhotocardPicture } from '@/lib/photocards/picture-file'

const missingResponse = (status: 404 | 410) =>
  new Response(null, { status, headers: { 'Cache-Control': cacheControl('missingPhotocard') } })

/** The picture of a photocard whose story readers have. */
export async function GET(request: Request, { params }: RouteContext<'/media/photocards/[file]'>) {
  const code = readPhotocardFile((await params).file)
  const card = code === null ? null : await findPhotocardPicture(code, paperNow())
  if (!card?.isPublic) return missingResponse(card?.isWithdrawn ? 410 : 404)
  const headers = {
    ETag: `"${code}"`,
    'Cache-Control': cacheControl('photocard'),
    'X-Robots-Tag': 'noindex',
  }
  if (request.headers.get('if-none-match') === headers.ETag) {
    return new Response(null, { status: 304, headers })
  }
  return new Response(new Uint8Array(card.bytes), {
    headers: { ...headers, 'Content-Type': 'image/jpeg', 'X-Content-Type-Options': 'nosniff' },
  })
}
