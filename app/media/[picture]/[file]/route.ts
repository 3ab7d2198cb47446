import { readVariantAddress } from '@/lib/media/picture'
import { findVariant, mediaTypeOf } from '@/lib/media/variants'

/** A picture in one width and format; its address names its content, so it may be kept for good. */
export async function GET(_: Request, { params }: RouteContext<'/media/[picture]/[file]'>) {
  const { picture, file } = await params
  const address = readVariantAddress(picture, file)
  const bytes = address && (await findVariant(address))
  if (!bytes) return new Response(null, { status: 404 })
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': mediaTypeOf[address.format],
      'Cache-Control': 'public, max-age=31536000, immutable',
    },
  })
}
