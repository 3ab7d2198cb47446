import { readNumber } from '@/lib/articles/article'
import { whyNot } from '@/lib/auth/roles'
import { currentActor } from '@/lib/auth/session'
import { findPictures } from '@/lib/media/queries'
import { refused } from '../uploads/answer'

const longestQuery = 200

/** A page of the archive's pictures by their words, newest first, for whoever chooses one. */
export async function GET(request: Request): Promise<Response> {
  const reason = whyNot(await currentActor(), 'picture')
  if (reason) return refused(reason)
  const asked = new URL(request.url).searchParams
  const typed = (asked.get('q') ?? '').slice(0, longestQuery)
  return Response.json(await findPictures(typed, readNumber(asked.get('after') ?? '')))
}
