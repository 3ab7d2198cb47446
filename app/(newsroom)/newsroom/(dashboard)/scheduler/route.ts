import { statusOf } from '@/app/(newsroom)/_http/refusal-status'
import type { SchedulerStatus } from '@/components/newsroom/shell/SchedulerAlarm.client'
import { checkPermission, scopeOf } from '@/lib/auth/permissions'
import { currentActor } from '@/lib/auth/session'
import { clockOffsetMs, paperNow } from '@/lib/clock'
import { listPlannedChanges } from '@/lib/newsroom/publish/planned-change-queries'
import { findSchedulerDelaySeconds } from '@/lib/scheduler/scheduler-queries'

/** The scheduler's delay, the server's clock and planned stories with a change, polled by the alarm on every page. */
export async function GET(): Promise<Response> {
  const actor = await currentActor()
  const refusal = checkPermission(actor, 'viewStories')
  if (refusal || !actor) return new Response(null, { status: statusOf(refusal ?? 'notSignedIn') })
  const now = paperNow()
  const seesAll = scopeOf(actor, 'viewStories') === 'all'
  const plannedChanges = seesAll ? await listPlannedChanges(now) : []
  return Response.json({
    lateSeconds: await findSchedulerDelaySeconds(),
    clockOffsetSeconds: Math.round(clockOffsetMs() / 1_000),
    plannedChanges: plannedChanges.map(({ id, headline, publicAt }) => ({
      id,
      headline,
      inSeconds: Math.round((publicAt.getTime() - now.getTime()) / 1_000),
    })),
  } satisfies SchedulerStatus)
}
