import { beginSending } from '@/lib/media/upload-server'
import { whoSends } from './answer'

/** A picture is announced, by its size; answers where its bytes are to be sent. */
export async function POST(request: Request): Promise<Response> {
  const actor = await whoSends()
  return actor instanceof Response ? actor : beginSending(request, actor)
}
