import { setTimeout as sleep } from 'node:timers/promises'
import { statusOf } from '@/app/(newsroom)/_http/refusal-status'
import { type Actor, checkPermission } from '@/lib/auth/permissions'
import { currentActor } from '@/lib/auth/session'
import type { NewsroomStatus } from '@/lib/newsroom/live/newsroom-status'
import { findNewsroomStatus } from '@/lib/newsroom/live/newsroom-status-queries'

const checkIntervalMs = 1_000
// Proxies close a connection on which nothing comes for a minute (nginx and Varnish).
const keepAliveMs = 20_000
// The browser connects again by itself, and then shows that it is still signed in.
const lifetimeMs = 5 * 60_000

/** The status as server-sent events, each when it differs from the one before. */
async function* statusEvents(actor: Actor, signal: AbortSignal): AsyncGenerator<string> {
  const endsAt = Date.now() + lifetimeMs
  let status: NewsroomStatus | null = null
  let sent = ''
  let sentAt = 0
  while (!signal.aborted && Date.now() < endsAt) {
    status = await findNewsroomStatus(actor, status)
    const text = JSON.stringify(status)
    if (text !== sent || Date.now() - sentAt > keepAliveMs) {
      yield text === sent ? ':\n\n' : `data: ${text}\n\n`
      sent = text
      sentAt = Date.now()
    }
    await sleep(checkIntervalMs, undefined, { signal, ref: false }).catch(() => undefined)
  }
}

/** The events as a body; it ends where the database does not answer, and the browser connects again. */
function toBody(events: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream({
    pull: async (controller) => {
      const { value } = await events.next().catch(() => ({ value: undefined }))
      if (value === undefined) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    cancel: async () => {
      await events.return(undefined)
    },
  })
}

/** Tells an open page of the newsroom what happens, so that lists, counts and alarms renew themselves. */
export async function GET(request: Request): Promise<Response> {
  const actor = await currentActor()
  const refusal = checkPermission(actor, 'viewStories')
  if (refusal || !actor) return new Response(null, { status: statusOf(refusal ?? 'notSignedIn') })
  // nginx holds answers back to send them in one piece, unless it is told.
  const headers = { 'Content-Type': 'text/event-stream', 'X-Accel-Buffering': 'no' }
  return new Response(toBody(statusEvents(actor, request.signal)), { headers })
}
