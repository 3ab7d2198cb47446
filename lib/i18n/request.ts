import { getRequestConfig } from 'next-intl/server'
import messages from '@/messages/bn.json'

/** The interface has one language. */
export default getRequestConfig(async () => ({
  locale: 'bn',
  timeZone: 'Asia/Dhaka',
  messages,
}))
