import { requireUploader } from '@/app/(newsroom)/_http/upload-refusal'
import { handleUploadCreation } from '@/lib/media/upload/upload-server'

/** Creates an upload from the picture's size; responds with the address for its bytes. */
export async function POST(request: Request): Promise<Response> {
  const actor = await requireUploader()
  return actor instanceof Response ? actor : handleUploadCreation(request, actor)
}
