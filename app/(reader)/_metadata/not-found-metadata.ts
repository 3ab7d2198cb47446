import type { Metadata } from 'next'

/**
 * The metadata of a response that is not a page: it is not indexed. Its title comes with the notice
 * (components/site/PageNotice.tsx); the server says it in a header too (server/http/response.ts).
 */
export const notFoundMetadata: Metadata = { robots: { index: false } }
