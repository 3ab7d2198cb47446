import { requireUploader, textRefusal } from '@/app/(newsroom)/_http/upload-refusal'
import { runAction } from '@/lib/auth/run-action'
import { completeUpload } from '@/lib/media/upload/upload-commands'

type Context = RouteContext<'/newsroom/media/uploads/[upload]/picture'>

/** All bytes are there: answers the picture of the archive that they became, or why they became none. */
export async function POST(_: Request, { params }: Context): Promise<Response> {
  const actor = await requireUploader()
  if (actor instanceof Response) return actor
  const { upload: id } = await params
  const outcome = await runAction(completeUpload, actor, { id })
  return outcome.ok ? Response.json(outcome.picture) : textRefusal(outcome.reason)
}
