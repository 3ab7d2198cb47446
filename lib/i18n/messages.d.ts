import type messages from '@/messages/bn.json'

declare module 'next-intl' {
  interface AppConfig {
    Locale: 'bn'
    Messages: typeof messages
  }
}
