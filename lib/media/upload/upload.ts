/** Uploads use the tus protocol: an interrupted one is resumed. */
export const uploadsPath = '/newsroom/media/uploads'

/** How long an upload and its result are kept. */
export const uploadTtlMs = 24 * 60 * 60_000

/** Bytes of a request: many proxies buffer a request, up to a megabyte, and lose it with the connection. */
export const uploadChunkBytes = 512 * 1024
