import { useTranslations } from 'next-intl'
import { toBengaliDigits } from '@/lib/bengali/digits'

const localeKey = Symbol.for('react-aria.i18n.locale')
const messagesKey = Symbol.for('react-aria.i18n.strings')

/**
 * Gives React Aria its texts for screen readers: it has none in Bengali and would use English ones.
 * It reads them from these properties of `window`, and throws for a package that is missing here.
 */
export function useAriaMessages(): void {
  const t = useTranslations('newsroomWidgets')
  if (typeof window === 'undefined' || messagesKey in window) return
  Object.assign(window, {
    [localeKey]: 'bn-BD',
    [messagesKey]: {
      '@react-aria/combobox': {
        focusAnnouncement: ({ optionText }: { optionText: string }) => optionText,
        countAnnouncement: ({ optionCount }: { optionCount: number }) =>
          t('optionCount', { count: toBengaliDigits(optionCount) }),
        selectedAnnouncement: ({ optionText }: { optionText: string }) =>
          t('selected', { name: optionText }),
        buttonLabel: t('suggestions'),
        listboxLabel: t('suggestions'),
      },
      '@react-aria/menu': { longPressMessage: t('suggestions') },
      '@react-aria/overlays': { dismiss: t('dismiss') },
    },
  })
}
