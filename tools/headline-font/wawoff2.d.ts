declare module 'wawoff2' {
  /** TrueType to WOFF2 and back (Google's own code as WebAssembly). */
  export function compress(font: Uint8Array): Promise<Uint8Array>
  export function decompress(font: Uint8Array): Promise<Uint8Array>
}
