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
  serverExternalPackages: [
    'sharp',
    'heic-decode',
    'pg',
    'pg-boss',
    'pino',
    'harfbuzzjs',
    'wawoff2',
  ],
  devIndicators: false,
  experimental: {
    // `forbidden()`: a page answers 403 to a user without the permission.
    authInterrupts: true,
    // Also behind a proxy that sends its own Host.
    serverActions: { allowedOrigins: [new URL(env.siteUrl).host] },
  },
  // Addresses of the newsroom before 2026-12, in bookmarks and in tabs that outlive an upgrade. 308 keeps method and body.
  redirects: async () =>
    Object.entries({
      'people/:path*': 'users/:path*',
      clock: 'scheduler',
      'writing/names/:kind': 'writing/taxonomy/:kind',
      'stories/:id/pen': 'stories/:id/lock',
      'stories/:id/here': 'stories/:id/presence',
      'stories/:id/leave': 'stories/:id/presence/leave',
      'stories/:id/around': 'stories/:id/preview-context',
      'stories/:id/parked/:copy': 'stories/:id/conflicts/:copy',
    }).map(([former, path]) => ({
      source: `/newsroom/${former}`,
      destination: `/newsroom/${path}`,
      permanent: true,
    })),
  // Without tests, which need packages that a server does not install.
  typescript: { tsconfigPath: 'tsconfig.build.json' },
}

export default withMessages(config)
