import { readSent } from '@/app/(newsroom)/newsroom/read-sent'
import { mostSentBytes, refused } from '@/app/(newsroom)/newsroom/writing/answers'
import { readNumber } from '@/lib/articles/article'
import { carryOut } from '@/lib/auth/carry-out'
import { whyNot } from '@/lib/auth/roles'
import { currentActor } from '@/lib/auth/session'
import { describePicture } from '@/lib/media/commands'
import { listPictures } from '@/lib/media/queries'

const mostAsked = 100

/** The pictures of these numbers (`?id=7&id=9`); one that is not there is left out. */
export async function GET(request: Request) {
  const refusal = whyNot(await currentActor(), 'picture')
  if (refusal) return refused(refusal)
  const ids = new URL(request.url).searchParams
    .getAll('id')
    .slice(0, mostAsked)
    .map(readNumber)
    .filter((id) => id !== null)
  return Response.json(await listPictures(ids))
}

/** New words for a picture: what it shows, whose it is, where it may be cropped. */
export async function POST(request: Request) {
  const actor = await currentActor()
  if (!actor) return refused('notSignedIn')
  const sent = await readSent(request, mostSentBytes)
  if (typeof sent === 'string') return refused(sent)
  const outcome = await carryOut(describePicture, actor, sent)
  return outcome.ok ? Response.json(outcome.picture) : refused(outcome.reason, outcome.fields)
}
