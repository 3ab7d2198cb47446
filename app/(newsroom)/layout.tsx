import '../newsroom.css'
import type { Metadata, Viewport } from 'next'
import { NextIntlClientProvider } from 'next-intl'
import { getMessages, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { SubmittedFields } from '@/components/newsroom/shell/SubmittedFields.client'
import { env } from '@/lib/env'
import { findPaperName } from '@/lib/paper/queries'
import icon from '@/public/icons/tab-icon.svg'

export const dynamic = 'force-dynamic'

export async function generateMetadata(): Promise<Metadata> {
  const paper = await findPaperName()
  const t = await getTranslations('newsroom')
  return {
    metadataBase: new URL(env.siteUrl),
    title: { default: t('titleOf', { paper }), template: `%s | ${paper}` },
    robots: { index: false, follow: false },
    icons: { icon: { url: icon.src, type: 'image/svg+xml' } },
  }
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#ffffff' },
    { media: '(prefers-color-scheme: dark)', color: '#121417' },
  ],
}

/** The messages that client components need, without those of reader pages. */
const isNewsroomNamespace = (name: string) => name.startsWith('newsroom') || name === 'refusals'

/** The root layout of the newsroom, separate so that reader pages load nothing of it. */
export default async function NewsroomRootLayout({ children }: { children: ReactNode }) {
  const messages = Object.fromEntries(
    Object.entries(await getMessages()).filter(([name]) => isNewsroomNamespace(name)),
  )
  return (
    <html lang="bn">
      <body>
        <NextIntlClientProvider messages={messages}>
          <SubmittedFields />
          {children}
        </NextIntlClientProvider>
      </body>
    </html>
  )
}
