import { jsonRefusal, maxFormBytes } from '@/app/(newsroom)/_http/json-refusal'
import { readJsonObject } from '@/app/(newsroom)/_http/read-json-object'
import { checkPermission } from '@/lib/auth/permissions'
import { currentActor } from '@/lib/auth/session'
import { runAs } from '@/lib/commands/run-as'
import { readNumber } from '@/lib/content-model/article'
import { describePicture } from '@/lib/media/commands'
import { listPictures } from '@/lib/media/queries'

const maxIds = 100

/** The pictures of these numbers (`?id=7&id=9`); one that is not there is left out. */
export async function GET(request: Request) {
  const refusal = checkPermission(await currentActor(), 'picture')
  if (refusal) return jsonRefusal(refusal)
  const ids = new URL(request.url).searchParams
    .getAll('id')
    .slice(0, maxIds)
    .map(readNumber)
    .filter((id) => id !== null)
  return Response.json(await listPictures(ids))
}

/** New words for a picture: what it shows, whose it is, where it may be cropped. */
export async function POST(request: Request) {
  const actor = await currentActor()
  if (!actor) return jsonRefusal('notSignedIn')
  const sent = await readJsonObject(request, maxFormBytes)
  if (typeof sent === 'string') return jsonRefusal(sent)
  const outcome = await runAs(describePicture, actor, sent)
  return outcome.ok ? Response.json(outcome.picture) : jsonRefusal(outcome.reason, outcome.fields)
}
