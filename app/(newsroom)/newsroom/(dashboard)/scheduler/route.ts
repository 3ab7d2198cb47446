import type { SchedulerStatus } from '@/components/newsroom/shell/SchedulerAlarm.client'
import { currentActor } from '@/lib/auth/session'
import { findSchedulerDelaySeconds } from '@/lib/scheduler/scheduler-queries'

/** What the alarm of every page asks for, every few seconds. */
export async function GET(): Promise<Response> {
  if (!(await currentActor())) return new Response(null, { status: 401 })
  return Response.json({ lateSeconds: await findSchedulerDelaySeconds() } satisfies SchedulerStatus)
}
