import 'server-only'
import { createTransport, type Transporter } from 'nodemailer'
import { env } from './env'

/** What the newsroom writes to one of its people. */
export type Email = { to: string; subject: string; text: string }

// A mail server that hangs must not keep an admin waiting for longer than they would.
const smtpTimeouts = { connectionTimeout: 8_000, greetingTimeout: 8_000, socketTimeout: 15_000 }

// The bundler may load this module more than once into one process.
const shared = globalThis as { __dainikMail?: Transporter }

/** Whether the paper has a mail server; without one links are handed over by hand. */
export const canSendEmail = (): boolean => env.SMTP_URL !== undefined

/** Hands a letter to the paper's mail server. @throws Error when it does not take it */
export async function sendEmail({ to, subject, text }: Email): Promise<void> {
  const { SMTP_URL, MAIL_FROM } = env
  if (!SMTP_URL) throw new Error('SMTP_URL is not set')
  shared.__dainikMail ??= createTransport({ url: SMTP_URL, ...smtpTimeouts })
  const from = MAIL_FROM ?? `newsroom@${new URL(env.siteUrl).hostname}`
  // An address that only looks like one could name more than one: the list is given as a list of one.
  const message = { from, to: [{ name: '', address: to }], subject, text }
  await shared.__dainikMail.sendMail({ ...message, textEncoding: 'base64' })
}
