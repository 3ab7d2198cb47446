import 'server-only'
import { isAPIError } from 'better-auth/api'
import type { Refusal } from '@/lib/outcome'
import { blockedCode } from './better-auth'

/** The library's response, with its Set-Cookie headers. */
export type AuthApiResponse<Response> = { headers: Headers; response: Response }

/** The library's answer, or what it refused with. */
export async function callAuthApi<Response>(
  call: () => Promise<AuthApiResponse<Response>>,
  fallbackRefusal: Refusal,
): Promise<AuthApiResponse<Response> | Refusal> {
  try {
    return await call()
  } catch (error) {
    if (!isAPIError(error) || error.statusCode >= 500) throw error
    if (error.body?.code === blockedCode) return 'blocked'
    return error.statusCode === 429 ? 'tooManyTries' : fallbackRefusal
  }
}
