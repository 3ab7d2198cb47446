import { textRefusal } from '@/app/(newsroom)/_http/upload-refusal'
import { checkPermission } from '@/lib/auth/permissions'
import { currentActor } from '@/lib/auth/session'
import { readNumber } from '@/lib/content-model/article'
import { findPictures } from '@/lib/media/queries'

const longestQuery = 200

/** A page of pictures found by their texts, newest first, for the picture chooser. */
export async function GET(request: Request): Promise<Response> {
  const reason = checkPermission(await currentActor(), 'picture')
  if (reason) return textRefusal(reason)
  const params = new URL(request.url).searchParams
  const typed = (params.get('q') ?? '').slice(0, longestQuery)
  return Response.json(await findPictures(typed, readNumber(params.get('after') ?? '')))
}
