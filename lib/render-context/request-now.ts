import 'server-only'
import { cache } from 'react'

/** The instant the document is made for: one for all its queries. */
export const requestNow = cache(() => new Date())
