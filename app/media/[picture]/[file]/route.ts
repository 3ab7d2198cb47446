import { readCropAddress } from '@/lib/media/crop'
import { findCrop } from '@/lib/media/crops'
import { readVariantAddress } from '@/lib/media/picture'
import { findVariant, mediaTypeOf } from '@/lib/media/variants'

/** An address names its content, so what it answers may be kept for good. */
const forGood = 'public, max-age=31536000, immutable'

const send = (bytes: Buffer, mediaType: string) =>
  new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': mediaType,
      'Cache-Control': forGood,
      'X-Content-Type-Options': 'nosniff',
    },
  })

const missing = () => new Response(null, { status: 404 })

/** A crop that has moved with its focal point is looked for again in a minute. */
const lead = (to: string) =>
  new Response(null, {
    status: 302,
    headers: { Location: to, 'Cache-Control': 'public, max-age=60' },
  })

/** A picture whole, in one width and format, or cut to a shape about its focal point. */
export async function GET(_: Request, { params }: RouteContext<'/media/[picture]/[file]'>) {
  const { picture, file } = await params
  const crop = readCropAddress(picture, file)
  if (crop) {
    const found = await findCrop(crop)
    if (!found) return missing()
    return 'bytes' in found ? send(found.bytes, mediaTypeOf.jpg) : lead(found.movedTo)
  }
  const address = readVariantAddress(picture, file)
  const bytes = address && (await findVariant(address))
  return bytes ? send(bytes, mediaTypeOf[address.format]) : missing()
}
