import 'server-only'
import { pictureSelect } from '@/lib/articles/rows'
import { imageIdsOf } from '@/lib/content-model/body'
import type { QueryClient } from '@/lib/db/client'
import type { StoryContent } from '@/lib/newsroom/draft/story-content'
import type { Refusal } from '@/lib/outcome'
import { readPaperSettings } from '@/lib/paper/settings'
import { checkReady } from './checklist'

/** As `checkReady`, for a command: by the paper's settings and with the pictures as the archive has them at this moment. */
export async function checkReadyInDatabase(
  tx: QueryClient,
  content: StoryContent,
): Promise<Refusal | null> {
  const pictureIds = [content.leadImageId, ...imageIdsOf(content.body)].filter((id) => id !== null)
  const pictures = await tx.image.findMany({
    where: { id: { in: pictureIds } },
    select: pictureSelect,
  })
  const paper = await tx.paper.findFirst({ select: { settings: true } })
  return checkReady(content, { pictures }, readPaperSettings(paper?.settings).checklist)
}
