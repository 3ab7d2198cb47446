import type { NextConfig } from 'next'
import createNextIntlPlugin from 'next-intl/plugin'
// Imported so that a wrong setting stops the build.
import { env } from './lib/env'

const withMessages = createNextIntlPlugin('./lib/i18n/request.ts')

const config: NextConfig = {
  // The press compresses documents once; Next would do it for each request.
  compress: false,
  poweredByHeader: false,
  reactStrictMode: true,
  // The press gives every document one address.
  skipTrailingSlashRedirect: true,
  serverExternalPackages: ['sharp', 'pg', 'pino', 'harfbuzzjs', 'wawoff2'],
  devIndicators: false,
  experimental: {
    // `forbidden()`: a page answers 403 to who may not see it.
    authInterrupts: true,
    // Also behind a proxy that hands its own host on.
    serverActions: { allowedOrigins: [new URL(env.siteUrl).host] },
  },
  // `npm test` checks types; a server that builds for itself need not do it again.
  typescript: { ignoreBuildErrors: true },
}

export default withMessages(config)
