/** Where pictures are sent, by the tus protocol: a line that breaks goes on where it broke. */
export const uploadsPath = '/newsroom/media/uploads'

/** How long a picture that is not wholly there is kept, and what became of one that was. */
export const uploadTtlMs = 24 * 60 * 60_000

/**
 * Bytes a request carries: what a proxy holds back until it is whole (many do, and take at most a megabyte) is lost with
 * the line.
 */
export const uploadChunkBytes = 512 * 1024
