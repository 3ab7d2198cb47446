/** Addresses no reader can type (server/http/address.ts), under which the server keeps what it asks for itself. */
export const notFoundPath = '/internal/not-found'
export const unavailablePath = '/internal/unavailable'
export const tooManyPath = '/internal/too-many-tries'
/** Which queries the old sites' addresses had: JSON. */
export const redirectQueryShapesPath = '/internal/redirect-query-shapes'
/** Where the first of these addresses that has moved leads. */
export const movedPath = (addresses: string[]) =>
  `/internal/moved?${new URLSearchParams(addresses.map((address) => ['at', address]))}`
/** The route that takes the reader form of that path. */
export const formRoutePath = (path: string) => `/internal/forms${path}`

/** Any program's to read, and to be had even while nothing can be made. */
export const robotsPath = '/robots.txt'
