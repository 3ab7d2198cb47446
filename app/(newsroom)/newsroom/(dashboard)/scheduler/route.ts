import type { SchedulerStatus } from '@/components/newsroom/shell/SchedulerAlarm.client'
import { currentActor } from '@/lib/auth/session'
import { clockOffsetMs } from '@/lib/clock'
import { findSchedulerDelaySeconds } from '@/lib/scheduler/scheduler-queries'

/** The scheduler's delay and the server's clock, polled by the alarm on every page. */
export async function GET(): Promise<Response> {
  if (!(await currentActor())) return new Response(null, { status: 401 })
  return Response.json({
    lateSeconds: await findSchedulerDelaySeconds(),
    clockOffsetSeconds: Math.round(clockOffsetMs() / 1_000),
  } satisfies SchedulerStatus)
}
