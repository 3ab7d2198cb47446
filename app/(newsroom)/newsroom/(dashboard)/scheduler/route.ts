import type { SchedulerStatus } from '@/components/newsroom/shell/SchedulerAlarm.client'
import { currentActor } from '@/lib/auth/session'
import { findSchedulerDelaySeconds } from '@/lib/scheduler/scheduler-queries'

/** The scheduler's delay, polled by the alarm on every page. */
export async function GET(): Promise<Response> {
  if (!(await currentActor())) return new Response(null, { status: 401 })
  return Response.json({ lateSeconds: await findSchedulerDelaySeconds() } satisfies SchedulerStatus)
}
