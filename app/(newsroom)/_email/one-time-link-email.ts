import 'server-only'
import { getTranslations } from 'next-intl/server'
import type { OneTimeLinkResult } from '@/components/newsroom/forms/form-state'
import { formatStamp } from '@/lib/bengali/calendar/dates'
import { canSendEmail, sendEmail } from '@/lib/email'
import { env } from '@/lib/env'
import { createLog } from '@/lib/log'
import { findPaperName } from '@/lib/paper/queries'
import { linkPath } from '@/lib/users/one-time-link'
import type { CreatedLink } from '@/lib/users/one-time-link-commands'

const log = createLog('newsroom-mail')

type Recipient = { name: string; email: string }

const urlOf = ({ token }: CreatedLink) => `${env.siteUrl}${linkPath(token)}`
const expiryOf = ({ expiresAt }: CreatedLink) => formatStamp(expiresAt)

/** Sends somebody their one-time link. Returns false when the mail server rejected it, which is logged. */
export async function emailLink({ name, email }: Recipient, link: CreatedLink): Promise<boolean> {
  const t = await getTranslations('newsroomMail')
  const paper = await findPaperName()
  const kind = link.purpose === 'invite' ? 'invite' : 'reset'
  const lines = [
    t('greeting', { name }),
    t(kind, { paper }),
    urlOf(link),
    t('until', { time: expiryOf(link) }),
    t('notAsked'),
  ]
  try {
    await sendEmail({
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

/** Sends the link by e-mail when the paper can, and otherwise returns it to its creator, who passes it on. */
export async function deliverLink(to: Recipient, link: CreatedLink): Promise<OneTimeLinkResult> {
  const [url, until] = [urlOf(link), expiryOf(link)]
  if (!canSendEmail()) return { url, until, mailedTo: null }
  const isSent = await emailLink(to, link)
  // A link that was sent is shown to nobody else.
  return isSent
    ? { url: '', until, mailedTo: to.email }
    : { url, until, mailedTo: null, isMailBroken: true }
}
