import { answerUpload } from '@/lib/media/upload-server'
import { refused, whoSends } from '../answer'

type Context = RouteContext<'/newsroom/media/uploads/[upload]'>

/** How many bytes are there (HEAD), the next of them (PATCH), or none of it any more (DELETE). */
async function answer(request: Request, { params }: Context): Promise<Response> {
  const actor = await whoSends()
  if (actor instanceof Response) return actor
  const { upload } = await params
  return (await answerUpload(request, actor, upload)) ?? refused('noSuchUpload')
}

export { answer as DELETE, answer as HEAD, answer as PATCH }
