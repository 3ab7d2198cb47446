const DATA_URL = /^data:(image\/(?:png|jpeg|gif|webp|avif|tiff));base64,([A-Za-z0-9+/=\s]+)$/

/** The file of a picture in a data URL; null for any other address. */
export function fileFromDataUrl(source: string): File | null {
  const [, type, base64] = DATA_URL.exec(source) ?? []
  if (!type || !base64) return null
  try {
    const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))
    return new File([bytes], `pasted.${type.slice(6)}`, { type })
  } catch {
    // The data URL was truncated on the clipboard and is not a picture.
    return null
  }
}
