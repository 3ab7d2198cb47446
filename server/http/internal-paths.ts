/**
 * Internal addresses, which readers cannot request (server/http/address.ts), for documents that the server itself
 * needs.
 */
export const notFoundPath = '/internal/not-found'
export const unavailablePath = '/internal/unavailable'
export const tooManyPath = '/internal/too-many-tries'
/** The queries that addresses of old sites had, as JSON. */
export const redirectQueryShapesPath = '/internal/redirect-query-shapes'
/** The redirect target of the first of these addresses that has moved. */
export const movedPath = (addresses: string[]) =>
  `/internal/moved?${new URLSearchParams(addresses.map((address) => ['at', address]))}`
/** The route that takes the reader form of that path. */
export const formRoutePath = (path: string) => `/internal/forms${path}`

/** Any program may read it, even while no page can be rendered. */
export const robotsPath = '/robots.txt'
