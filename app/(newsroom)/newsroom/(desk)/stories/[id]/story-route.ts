import { readSent } from '@/app/(newsroom)/newsroom/read-sent'
import { statusOf } from '@/app/(newsroom)/newsroom/refusal-status'
import { readNumber } from '@/lib/articles/article'
import type { Actor } from '@/lib/auth/roles'
import { currentActor } from '@/lib/auth/session'
import { asHeader, mostSentBytes } from '@/lib/newsroom/wire'
import type { Refusal } from '@/lib/outcome'

/** What the page of a story asks in the background. */
type Call = {
  actor: Actor
  id: number
  /** What was sent, with the story's number from the address. */
  sent: object
  params: Record<string, string>
}

type Refused = { ok: false; reason: Refusal; fields?: string[]; parkedId?: number }
type Answer = { ok: true } | Refused | Refusal | Response

type Context = { params: Promise<{ id: string } & Record<string, string>> }

/** Nobody, when somebody else has signed in since the page was drawn. */
async function whoAsks(request: Request): Promise<Actor | null> {
  const actor = await currentActor()
  const drawnFor = request.headers.get(asHeader)
  return drawnFor === null || drawnFor === actor?.id ? actor : null
}

function toResponse(answer: Answer): Response {
  if (answer instanceof Response) return answer
  if (typeof answer === 'string') return toResponse({ ok: false, reason: answer })
  return Response.json(answer, { status: answer.ok ? 200 : statusOf(answer.reason) })
}

/** A route of one story that answers in JSON: what was done, or why not; or with what is no JSON, a picture. */
export function storyRoute(answer: (call: Call) => Promise<Answer>) {
  return async (request: Request, context: Context): Promise<Response> => {
    const params = await context.params
    const id = readNumber(params.id)
    if (id === null) return toResponse('noSuchStory')
    const actor = await whoAsks(request)
    if (!actor) return toResponse('notSignedIn')
    const sent = request.method === 'GET' ? {} : await readSent(request, mostSentBytes)
    if (typeof sent === 'string') return toResponse(sent)
    return toResponse(await answer({ actor, id, sent: { ...sent, articleId: id }, params }))
  }
}
