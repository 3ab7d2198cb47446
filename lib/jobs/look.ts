import 'server-only'
import { env } from '@/lib/env'
import type { Answer } from './proof'

const patienceMs = 5_000
const headers = {
  Accept: 'text/html',
  'User-Agent': 'Mozilla/5.0 (compatible; Dainik proof of publication)',
}

/** Where readers' pages are asked for: the paper's own address, as a reader does, through whatever stands before it. */
const readerAddress = env.PROOF_URL ?? env.siteUrl

/** A page as a reader gets it; null when none came. */
export async function askAsReader(path: string, signal: AbortSignal): Promise<Answer> {
  const limit = AbortSignal.any([signal, AbortSignal.timeout(patienceMs)])
  try {
    const url = new URL(path, readerAddress)
    const response = await fetch(url, { headers, redirect: 'manual', signal: limit })
    const html = await response.text()
    const location = response.headers.get('location')
    return {
      status: response.status,
      type: response.headers.get('content-type') ?? '',
      location: location && new URL(location, url).pathname,
      html,
    }
  } catch {
    // No line, no answer in time, no such host: what a reader would see is the finding.
    return null
  }
}
