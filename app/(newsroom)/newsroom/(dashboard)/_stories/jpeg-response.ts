/** A JPEG for the newsroom alone. @param name makes it a file to be kept under that name */
export const jpegResponse = (bytes: Buffer, name?: string): Response =>
  new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': 'image/jpeg',
      'X-Content-Type-Options': 'nosniff',
      ...(name && { 'Content-Disposition': `attachment; filename="${name}"` }),
    },
  })
