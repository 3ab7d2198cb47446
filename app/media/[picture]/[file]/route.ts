import { cacheControl } from '@/lib/http/cache-lifetimes'
import { readCropAddress } from '@/lib/media/files/crop'
import { findCrop } from '@/lib/media/files/crops'
import { readVariantAddress } from '@/lib/media/files/picture'
import { findVariant, mediaTypeOf } from '@/lib/media/files/variants'

const imageResponse = (bytes: Buffer, mediaType: string) =>
  new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': mediaType,
      'Cache-Control': cacheControl('picture'),
      'X-Content-Type-Options': 'nosniff',
    },
  })

const notFoundResponse = () => new Response(null, { status: 404 })

/** A crop that has moved with its focal point is looked for again in a minute. */
const redirectResponse = (to: string) =>
  new Response(null, {
    status: 302,
    headers: { Location: to, 'Cache-Control': cacheControl('movedCrop') },
  })

/** A picture whole, in one width and format, or cut to a shape about its focal point. */
export async function GET(_: Request, { params }: RouteContext<'/media/[picture]/[file]'>) {
  const { picture, file } = await params
  const crop = readCropAddress(picture, file)
  if (crop) {
    const found = await findCrop(crop)
    if (!found) return notFoundResponse()
    return 'bytes' in found
      ? imageResponse(found.bytes, mediaTypeOf.jpg)
      : redirectResponse(found.movedTo)
  }
  const address = readVariantAddress(picture, file)
  const bytes = address && (await findVariant(address))
  return bytes ? imageResponse(bytes, mediaTypeOf[address.format]) : notFoundResponse()
}
