import '../globals.css'
import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { logo } from '@/app/(reader)/_metadata/imprint'
import { EarlyScript } from '@/app/(reader)/_scripts/EarlyScript'
import { env } from '@/lib/env'
import icon from '@/public/icons/tab-icon.svg'

// The page cache stores the response; Next caches nothing.
export const dynamic = 'force-dynamic'

export const metadata: Metadata = {
  metadataBase: new URL(env.siteUrl),
  // By its own address, which says its content: else browsers ask every page's host for /favicon.ico.
  icons: { icon: { url: icon.src, type: 'image/svg+xml' }, apple: logo.path },
  // Search engines may show the pictures as large as they are: without it they show a thumbnail, and Discover none.
  // @see https://developers.google.com/search/docs/crawling-indexing/robots-meta-tag#max-image-preview
  robots: { 'max-image-preview': 'large' },
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#ffffff' },
    { media: '(prefers-color-scheme: dark)', color: '#121417' },
  ],
}

export default function ReaderLayout({ children }: { children: ReactNode }) {
  return (
    // In development, the early script sets attributes on this element before React hydrates it.
    <html lang="bn" suppressHydrationWarning>
      <head>
        <EarlyScript />
      </head>
      <body>{children}</body>
    </html>
  )
}
