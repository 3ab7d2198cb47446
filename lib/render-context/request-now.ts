import 'server-only'
import { cache } from 'react'
import { paperNow } from '@/lib/clock'

/** The instant the document is made for: one for all its queries. */
export const requestNow = cache(() => paperNow())
