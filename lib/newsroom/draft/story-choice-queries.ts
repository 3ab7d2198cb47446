import 'server-only'
import { pictureSelect } from '@/lib/articles/rows'
import { imageIdsOf } from '@/lib/content-model/body'
import type { Category } from '@/lib/content-model/category'
import { db } from '@/lib/db/client'
import { getPaperSettings } from '@/lib/paper/queries'
import { listNamesById } from '@/lib/taxonomy/queries'
import type { StoryChoices } from './story-choices'
import type { StoryContent } from './story-content'

export const listAllCategories = (): Promise<Category[]> =>
  db().category.findMany({ orderBy: [{ position: 'asc' }, { id: 'asc' }] })

/** The choices that the form needs for that content. */
export async function listStoryChoices(content: StoryContent): Promise<StoryChoices> {
  const { contributorIds, topicIds, sourceId, leadImageId, body } = content
  const pictureIds = [...imageIdsOf(body), ...(leadImageId ? [leadImageId] : [])]
  const [categories, contributors, topics, sources, pictures, { checklist }] = await Promise.all([
    listAllCategories(),
    listNamesById('contributors', contributorIds),
    listNamesById('topics', topicIds),
    listNamesById('sources', sourceId ? [sourceId] : []),
    db().image.findMany({ where: { id: { in: pictureIds } }, select: pictureSelect }),
    getPaperSettings(),
  ])
  return { categories, contributors, topics, sources, pictures, checklist }
}
