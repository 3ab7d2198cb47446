import type { NextConfig } from 'next'
import createNextIntlPlugin from 'next-intl/plugin'
// Imported so that a wrong setting stops the build.
import { env } from './lib/env'

const withMessages = createNextIntlPlugin('./lib/i18n/request.ts')

const config: NextConfig = {
  // The server compresses a page once; Next would do it for each request.
  compress: false,
  poweredByHeader: false,
  reactStrictMode: true,
  // The server redirects every page to its one address.
  skipTrailingSlashRedirect: true,
  serverExternalPackages: ['sharp', 'pg', 'pg-boss', 'pino', 'harfbuzzjs', 'wawoff2'],
  devIndicators: false,
  experimental: {
    // `forbidden()`: a page answers 403 to a user without the permission.
    authInterrupts: true,
    // Also behind a proxy that sends its own Host.
    serverActions: { allowedOrigins: [new URL(env.siteUrl).host] },
  },
  // Without tests, which need packages that a server does not install.
  typescript: { tsconfigPath: 'tsconfig.build.json' },
}

export default withMessages(config)
