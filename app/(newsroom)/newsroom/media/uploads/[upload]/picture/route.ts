import { requireUploader, textRefusal } from '@/app/(newsroom)/_http/upload-refusal'
import { runAs } from '@/lib/commands/run-as'
import { completeUpload } from '@/lib/media/upload/upload-commands'

type Context = RouteContext<'/newsroom/media/uploads/[upload]/picture'>

/** Completes an upload: responds with the new picture or the refusal. */
export async function POST(_: Request, { params }: Context): Promise<Response> {
  const actor = await requireUploader()
  if (actor instanceof Response) return actor
  const { upload: id } = await params
  const outcome = await runAs(completeUpload, actor, { id })
  return outcome.ok ? Response.json(outcome.picture) : textRefusal(outcome.reason)
}
