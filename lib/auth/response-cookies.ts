import 'server-only'
import { parseSetCookieHeader, toCookieOptions } from 'better-auth/cookies'
import { cookies } from 'next/headers'

/** Hands Set-Cookie lines to the browser with the answer of an action. */
export async function setResponseCookies(setCookieHeaders: string[]): Promise<void> {
  const store = await cookies()
  for (const line of setCookieHeaders) {
    for (const [name, cookie] of parseSetCookieHeader(line)) {
      store.set(name, cookie.value, toCookieOptions(cookie))
    }
  }
}
