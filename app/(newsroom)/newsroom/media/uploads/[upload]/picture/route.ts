import { carryOut } from '@/lib/auth/carry-out'
import { takeUpload } from '@/lib/media/upload-commands'
import { refused, whoSends } from '../../answer'

type Context = RouteContext<'/newsroom/media/uploads/[upload]/picture'>

/** All bytes are there: answers the picture of the archive that they became, or why they became none. */
export async function POST(_: Request, { params }: Context): Promise<Response> {
  const actor = await whoSends()
  if (actor instanceof Response) return actor
  const { upload: id } = await params
  const outcome = await carryOut(takeUpload, actor, { id })
  return outcome.ok ? Response.json(outcome.picture) : refused(outcome.reason)
}
