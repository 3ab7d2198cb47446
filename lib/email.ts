import 'server-only'
import { createTransport, type Transporter } from 'nodemailer'
import { env } from './env'

export type Email = { to: string; subject: string; text: string }

// Bounds the wait for a mail server that hangs.
const smtpTimeouts = { connectionTimeout: 8_000, greetingTimeout: 8_000, socketTimeout: 15_000 }

// The bundler may load this module more than once into one process.
const shared = globalThis as { __dainikMail?: Transporter }

/** Whether a mail server is configured. */
export const canSendEmail = (): boolean => env.SMTP_URL !== undefined

/** Sends an email. @throws Error when the mail server refuses it */
export async function sendEmail({ to, subject, text }: Email): Promise<void> {
  const { SMTP_URL, MAIL_FROM } = env
  if (!SMTP_URL) throw new Error('SMTP_URL is not set')
  shared.__dainikMail ??= createTransport({ url: SMTP_URL, ...smtpTimeouts })
  const from = MAIL_FROM ?? `newsroom@${new URL(env.siteUrl).hostname}`
  // As a list of one: a string could be parsed as several addresses.
  const message = { from, to: [{ name: '', address: to }], subject, text }
  await shared.__dainikMail.sendMail({ ...message, textEncoding: 'base64' })
}
