import 'server-only'
import { env } from '@/lib/env'
import type { ReaderResponse } from './publication-check'

const timeoutMs = 5_000
const headers = {
  Accept: 'text/html',
  'User-Agent': 'Mozilla/5.0 (compatible; Dainik proof of publication)',
}

/** Pages are requested at the public address, through any proxy or CDN. */
const readerUrl = env.PUBLICATION_CHECK_URL ?? env.siteUrl

/** A page as a reader gets it; null without a response. */
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
    // No connection, no response in time, no such host: a finding of the check.
    return null
  }
}
