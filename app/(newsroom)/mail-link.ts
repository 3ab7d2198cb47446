import 'server-only'
import { getTranslations } from 'next-intl/server'
import pino from 'pino'
import type { HandOver } from '@/components/newsroom/act/act-state'
import type { MadeLink } from '@/lib/auth/link-commands'
import { canMail, sendLetter } from '@/lib/auth/mail'
import { linkPath } from '@/lib/auth/one-time-link'
import { formatStamp } from '@/lib/bengali/dates'
import { env } from '@/lib/env'
import { findPaperName } from '@/lib/paper/queries'

const log = pino({ name: 'newsroom-mail', level: 'info' })

type To = { name: string; email: string }

const urlOf = ({ token }: MadeLink) => `${env.siteUrl}${linkPath(token)}`
const untilOf = ({ expiresAt }: MadeLink) => formatStamp(expiresAt)

/** Sends somebody their one-time link. False when the mail server did not take it, which is logged. */
export async function mailLink({ name, email }: To, link: MadeLink): Promise<boolean> {
  const t = await getTranslations('newsroomMail')
  const paper = await findPaperName()
  const kind = link.purpose === 'invite' ? 'invite' : 'reset'
  const lines = [
    t('greeting', { name }),
    t(kind, { paper }),
    urlOf(link),
    t('until', { time: untilOf(link) }),
    t('notAsked'),
  ]
  try {
    await sendLetter({
      to: email,
      subject: t(`${kind}Subject`, { paper }),
      text: `${lines.join('\n\n')}\n`,
    })
    return true
  } catch (error) {
    log.error({ err: error }, 'a letter was not sent')
    return false
  }
}

/** Sends the link where the paper can, and otherwise gives it to whoever made it, to hand it over. */
export async function handOverLink(to: To, link: MadeLink): Promise<HandOver> {
  const [url, until] = [urlOf(link), untilOf(link)]
  if (!canMail()) return { url, until, mailedTo: null }
  const isSent = await mailLink(to, link)
  // Sent, it is nobody's but theirs.
  return isSent
    ? { url: '', until, mailedTo: to.email }
    : { url, until, mailedTo: null, isMailBroken: true }
}
