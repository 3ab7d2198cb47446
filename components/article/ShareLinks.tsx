import { useTranslations } from 'next-intl'
import { TapLink } from '@/components/ui/TapLink'
import { tapTarget } from '@/components/ui/tap-target'

type ShareLinksProps = { headline: string; address: string }

/** The sharing pages of social networks, as plain links without their scripts. */
function shareTargets(headline: string, address: string) {
  const url = encodeURIComponent(address)
  const text = encodeURIComponent(headline)
  return [
    { place: 'facebook', href: `https://www.facebook.com/sharer/sharer.php?u=${url}` },
    { place: 'whatsapp', href: `https://wa.me/?text=${text}%20${url}` },
    { place: 'x', href: `https://x.com/intent/post?text=${text}&url=${url}` },
    { place: 'email', href: `mailto:?subject=${text}&body=${url}` },
  ] as const
}

/** Ways to pass a story on. */
export function ShareLinks({ headline, address }: ShareLinksProps) {
  const t = useTranslations('article')
  return (
    <section aria-label={t('share')} className="no-print border-y border-rule text-16">
      <ul className="flex flex-wrap gap-x-5">
        <li className={tapTarget({ className: 'text-quiet' })}>
          <span aria-hidden="true">{t('share')}</span>
          {/* The device's own share sheet, drawn by the reader script in the label's place (reader/share-button.ts). */}
          <template data-share="">
            <button
              type="button"
              className={tapTarget({ className: 'underline underline-offset-4' })}
            >
              {t('share')}
            </button>
          </template>
        </li>
        {shareTargets(headline, address).map(({ place, href }) => (
          <li key={place}>
            <TapLink href={href} rel="noopener" aria-label={t('shareOn', { place: t(place) })}>
              {t(place)}
            </TapLink>
          </li>
        ))}
      </ul>
    </section>
  )
}
