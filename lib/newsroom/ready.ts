import 'server-only'
import { imageIdsOf } from '@/lib/articles/body'
import { pictureSelect } from '@/lib/articles/rows'
import type { DbSession } from '@/lib/db/client'
import type { Refusal } from '@/lib/outcome'
import { readPaperSettings } from '@/lib/paper/settings'
import { whyNotReady } from './checklist'
import type { StoryContent } from './content'

/** As `whyNotReady`, for a command: by the paper's settings and with the pictures as the archive has them at this moment. */
export async function findWhyNotReady(
  session: DbSession,
  content: StoryContent,
): Promise<Refusal | null> {
  const shown = [content.leadImageId, ...imageIdsOf(content.body)].filter((id) => id !== null)
  const pictures = await session.image.findMany({
    where: { id: { in: shown } },
    select: pictureSelect,
  })
  const paper = await session.paper.findFirst({ select: { settings: true } })
  return whyNotReady(content, { pictures }, readPaperSettings(paper?.settings).checklist)
}
