import 'server-only'
import { pictureSelect } from '@/lib/articles/rows'
import { imageIdsOf } from '@/lib/content-model/body'
import type { QueryClient } from '@/lib/db/client'
import type { StoryContent } from '@/lib/newsroom/draft/story-content'
import { type Checklist, readPaperSettings } from '@/lib/paper/settings'
import { type ChecklistItem, listBlockingFaults } from './checklist'

/** The findings that block publishing, with the pictures of the library. */
export async function findBlockingFaults(
  client: QueryClient,
  content: StoryContent,
): Promise<ChecklistItem[]> {
  const pictureIds = [content.leadImageId, ...imageIdsOf(content.body)].filter((id) => id !== null)
  const pictures = await client.image.findMany({
    where: { id: { in: pictureIds } },
    select: pictureSelect,
  })
  return listBlockingFaults(content, { pictures }, await findChecklist(client))
}

/** The paper's checklist, as it decided it. */
export async function findChecklist(client: QueryClient): Promise<Checklist> {
  const paper = await client.paper.findFirst({ select: { settings: true } })
  return readPaperSettings(paper?.settings).checklist
}
