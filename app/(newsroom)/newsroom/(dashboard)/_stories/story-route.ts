import { readJsonObject } from '@/app/(newsroom)/_http/read-json-object'
import { statusOf } from '@/app/(newsroom)/_http/refusal-status'
import type { Actor } from '@/lib/auth/permissions'
import { currentActor } from '@/lib/auth/session'
import { readNumber } from '@/lib/content-model/article'
import { actorHeader, maxStoryRequestBytes } from '@/lib/newsroom/draft/api-schema'
import type { Refusal } from '@/lib/outcome'

/** A background request of a story's page. */
type StoryRequest = {
  actor: Actor
  id: number
  /** The request body, with the story's number from the address. */
  sent: object
  params: Record<string, string>
}

type RefusedResult = { ok: false; reason: Refusal; fields?: string[]; conflictCopyId?: number }
type StoryRouteResult = { ok: true } | RefusedResult | Refusal | Response

type Context = { params: Promise<{ id: string } & Record<string, string>> }

/** Null when another user has signed in since the page was rendered. */
async function findRequestingActor(request: Request): Promise<Actor | null> {
  const actor = await currentActor()
  const renderedFor = request.headers.get(actorHeader)
  return renderedFor === null || renderedFor === actor?.id ? actor : null
}

function toResponse(answer: StoryRouteResult): Response {
  if (answer instanceof Response) return answer
  if (typeof answer === 'string') return toResponse({ ok: false, reason: answer })
  return Response.json(answer, { status: answer.ok ? 200 : statusOf(answer.reason) })
}

/** A route of one story. It responds with JSON (the result or the refusal), or with a picture. */
export function storyRoute(answer: (call: StoryRequest) => Promise<StoryRouteResult>) {
  return async (request: Request, context: Context): Promise<Response> => {
    const params = await context.params
    const id = readNumber(params.id)
    if (id === null) return toResponse('noSuchStory')
    const actor = await findRequestingActor(request)
    if (!actor) return toResponse('notSignedIn')
    const sent = request.method === 'GET' ? {} : await readJsonObject(request, maxStoryRequestBytes)
    if (typeof sent === 'string') return toResponse(sent)
    return toResponse(await answer({ actor, id, sent: { ...sent, articleId: id }, params }))
  }
}
