import { requireUploader } from '@/app/(newsroom)/_http/upload-refusal'
import { handleUploadCreation } from '@/lib/media/upload/upload-server'

/** A picture is announced, by its size; answers where its bytes are to be sent. */
export async function POST(request: Request): Promise<Response> {
  const actor = await requireUploader()
  return actor instanceof Response ? actor : handleUploadCreation(request, actor)
}
