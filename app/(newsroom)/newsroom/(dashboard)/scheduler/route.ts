import { statusOf } from '@/app/(newsroom)/_http/refusal-status'
import type { SchedulerStatus } from '@/components/newsroom/shell/SchedulerAlarm.client'
import { checkPermission } from '@/lib/auth/permissions'
import { currentActor } from '@/lib/auth/session'
import { clockOffsetMs } from '@/lib/clock'
import { findSchedulerDelaySeconds } from '@/lib/scheduler/scheduler-queries'

/** The scheduler's delay and the server's clock, polled by the alarm on every page. */
export async function GET(): Promise<Response> {
  const refusal = checkPermission(await currentActor(), 'viewStories')
  if (refusal) return new Response(null, { status: statusOf(refusal) })
  return Response.json({
    lateSeconds: await findSchedulerDelaySeconds(),
    clockOffsetSeconds: Math.round(clockOffsetMs() / 1_000),
  } satisfies SchedulerStatus)
}
