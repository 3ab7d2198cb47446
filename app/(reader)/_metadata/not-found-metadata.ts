import type { Metadata } from 'next'

/**
 * What the head of an answer says that is no page: nobody is to find it. Its title comes with the notice that is drawn
 * (components/site/Notice.tsx); the server says it in a header too (server/http/response.ts).
 */
export const notFoundMetadata: Metadata = { robots: { index: false } }
