import 'server-only'
import { createHmac, timingSafeEqual } from 'node:crypto'
import { newsroomSecret } from '@/lib/auth/newsroom-secret'

const idLength = 32
// Half of an HMAC's bytes: nobody guesses one in as many tries as a network can carry.
const signatureLength = 32
const shape = /^[0-9a-f]{64}$/

const signatureOf = (id: string, secret: string) =>
  createHmac('sha256', secret).update(`preview-link:${id}`).digest('hex').slice(0, signatureLength)

/** The token in a link's address: the link's number in hex, and a signature. */
export const linkToken = (id: string, secret = newsroomSecret()) =>
  `${id}${signatureOf(id, secret)}`

/**
 * The link that a token names, and whether we signed it. Every token names one, so that all are looked for alike.
 * @see https://codahale.com/a-lesson-in-timing-attacks/ for why they are compared to their ends
 */
export function readLinkToken(token: string, secret = newsroomSecret()) {
  const given = shape.test(token) ? token : '0'.repeat(idLength + signatureLength)
  const id = given.slice(0, idLength)
  const signature = Buffer.from(given.slice(idLength))
  return { id, isOurs: timingSafeEqual(signature, Buffer.from(signatureOf(id, secret))) }
}
