import 'server-only'
import { cache } from 'react'
import { paperNow } from '@/lib/clock'

/** The time of the page under rendering, the same for all its queries. */
export const requestNow = cache(() => paperNow())
