import { requireUploader, textRefusal } from '@/app/(newsroom)/_http/upload-refusal'
import { handleUploadRequest } from '@/lib/media/upload/upload-server'

type Context = RouteContext<'/newsroom/media/uploads/[upload]'>

/** Reports the received bytes (HEAD), appends bytes (PATCH), or deletes the upload (DELETE). */
async function handle(request: Request, { params }: Context): Promise<Response> {
  const actor = await requireUploader()
  if (actor instanceof Response) return actor
  const { upload } = await params
  return (await handleUploadRequest(request, actor, upload)) ?? textRefusal('noSuchUpload')
}

export { handle as DELETE, handle as HEAD, handle as PATCH }
