'use client'

import { useState } from 'react'
import { followPaperClock } from './follow-paper-clock'

/**
 * Sets the browser's `paperNow` by the server's clock, before components after it are rendered. It shows nothing.
 * @param present the present at the server, epoch milliseconds
 */
export function PaperClock({ present }: { present: number }) {
  useState(() => typeof window !== 'undefined' && followPaperClock(present))
  return null
}
