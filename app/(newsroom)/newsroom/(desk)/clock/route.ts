import type { ClockAnswer } from '@/components/newsroom/ClockAlarm.client'
import { currentActor } from '@/lib/auth/session'
import { findClockLate } from '@/lib/jobs/clock-queries'

/** What the alarm of every page asks for, every few seconds. */
export async function GET(): Promise<Response> {
  if (!(await currentActor())) return new Response(null, { status: 401 })
  return Response.json({ lateSeconds: await findClockLate() } satisfies ClockAnswer)
}
