import { useTranslations } from 'next-intl'
import { TapLink } from '@/components/ui/TapLink'
import { toBengaliDigits } from '@/lib/bengali/digits'
import type { PageLink, Paper } from '@/lib/paper/paper'
import { verifyBasePath } from '@/lib/urls/verify-address'
import { ReaderSettings } from './ReaderSettings'

type FooterProps = { paper: Paper; pages: PageLink[]; year: number }

/** The footer: editor and publisher, and links to the paper's pages. */
export function Footer({ paper, pages, year }: FooterProps) {
  const t = useTranslations('site')
  return (
    <footer className="no-print mt-12 border-t-3 border-ink">
      <div className="mx-auto grid max-w-page gap-6 px-4 py-6 md:grid-cols-3">
        <div>
          <p className="font-headline text-27 font-bold">{paper.name}</p>
          <p className="text-16 text-quiet">{paper.tagline}</p>
        </div>
        <address className="text-16 not-italic">
          <p>{t('editor', { name: paper.editor })}</p>
          <p>{t('publisher', { name: paper.publisher })}</p>
          <p>{t('address', { address: paper.address })}</p>
          <p>{t('phone', { phone: paper.phone })}</p>
          <p>{t('email', { email: paper.email })}</p>
        </address>
        <nav aria-label={t('pages')}>
          <ul>
            {pages.map((page) => (
              <li key={page.slug}>
                <TapLink href={`/${page.slug}`} className="text-16">
                  {page.title}
                </TapLink>
              </li>
            ))}
            <li>
              <TapLink href={verifyBasePath} className="text-16">
                {t('verify')}
              </TapLink>
            </li>
            <li>
              <TapLink href="/feed.xml" className="text-16">
                {t('feed')}
              </TapLink>
            </li>
          </ul>
        </nav>
        <div className="md:col-span-3">
          <ReaderSettings />
        </div>
        <p className="text-14 text-quiet md:col-span-3">
          {t('rights', { year: toBengaliDigits(String(year)), paper: paper.name })}
        </p>
      </div>
    </footer>
  )
}
