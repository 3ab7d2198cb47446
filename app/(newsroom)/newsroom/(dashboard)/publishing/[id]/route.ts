import { readJsonObject } from '@/app/(newsroom)/_http/read-json-object'
import { statusOf } from '@/app/(newsroom)/_http/refusal-status'
import { decisions } from '@/app/(newsroom)/newsroom/(dashboard)/_stories/decisions'
import { currentActor } from '@/lib/auth/session'
import { paperNow } from '@/lib/clock'
import { readNumber } from '@/lib/content-model/article'
import { isDecision } from '@/lib/newsroom/publish/publishing-state'
import { findPublishingState } from '@/lib/newsroom/publish/publishing-state-queries'
import type { Refusal } from '@/lib/outcome'

type Context = RouteContext<'/newsroom/publishing/[id]'>

const maxBytes = 64 * 1024

const refuse = (reason: Refusal, fields?: string[]) =>
  Response.json({ ok: false, reason, ...(fields && { fields }) }, { status: statusOf(reason) })

/** The publishing state of a story; the panel beside the form polls it while a publication check runs. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const actor = await currentActor()
  if (!actor) return refuse('notSignedIn')
  const id = readNumber((await params).id)
  const found = id === null ? 'noSuchStory' : await findPublishingState(actor, id, paperNow())
  return typeof found === 'string' ? refuse(found) : Response.json(found)
}

/** A decision about a story: `decision` names it, the rest is the input of its command. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const actor = await currentActor()
  if (!actor) return refuse('notSignedIn')
  const id = readNumber((await params).id)
  if (id === null) return refuse('noSuchStory')
  const sent = await readJsonObject(request, maxBytes)
  if (typeof sent === 'string') return refuse(sent)
  const { decision, ...given } = sent as { decision?: unknown }
  if (!isDecision(decision)) return refuse('invalid', ['decision'])
  const outcome = await decisions[decision](actor, { ...given, id })
  if (!outcome.ok) return refuse(outcome.reason, outcome.fields)
  return Response.json({ ok: true, version: outcome.story.version })
}
