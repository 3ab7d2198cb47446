import 'server-only'
import { env } from '@/lib/env'
import type { ReaderResponse } from './publication-check'

const timeoutMs = 5_000
const headers = {
  Accept: 'text/html',
  'User-Agent': 'Mozilla/5.0 (compatible; Dainik proof of publication)',
}

/** Where readers' pages are asked for: the paper's own address, as a reader does, through whatever stands before it. */
const readerUrl = env.PUBLICATION_CHECK_URL ?? env.siteUrl

/** A page as a reader gets it; null when none came. */
export async function fetchAsReader(path: string, signal: AbortSignal): Promise<ReaderResponse> {
  const limit = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)])
  try {
    const url = new URL(path, readerUrl)
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
