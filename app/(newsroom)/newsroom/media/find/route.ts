import { whyNot } from '@/lib/auth/roles'
import { currentActor } from '@/lib/auth/session'
import { findPictures } from '@/lib/media/queries'
import { refused } from '../uploads/answer'

const longestQuery = 200

/** Pictures of the archive by their words, newest first, for whoever chooses one. */
export async function GET(request: Request): Promise<Response> {
  const reason = whyNot(await currentActor(), 'picture')
  if (reason) return refused(reason)
  const typed = new URL(request.url).searchParams.get('q') ?? ''
  return Response.json({ pictures: await findPictures(typed.slice(0, longestQuery)) })
}
