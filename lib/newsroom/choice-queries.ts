import 'server-only'
import { imageIdsOf } from '@/lib/articles/body'
import { pictureSelect } from '@/lib/articles/rows'
import type { Category } from '@/lib/categories/category'
import { db } from '@/lib/db/client'
import { getPaperSettings } from '@/lib/paper/queries'
import { listNamed } from '@/lib/people/queries'
import type { StoryChoices } from './choices'
import type { StoryContent } from './content'

export const listCategories = (): Promise<Category[]> =>
  db().category.findMany({ orderBy: [{ position: 'asc' }, { id: 'asc' }] })

/** What the form needs to show that content. */
export async function listStoryChoices(content: StoryContent): Promise<StoryChoices> {
  const { contributorIds, topicIds, sourceId, leadImageId, body } = content
  const pictureIds = [...imageIdsOf(body), ...(leadImageId ? [leadImageId] : [])]
  const [categories, contributors, topics, sources, pictures, { checklist }] = await Promise.all([
    listCategories(),
    listNamed('contributors', contributorIds),
    listNamed('topics', topicIds),
    listNamed('sources', sourceId ? [sourceId] : []),
    db().image.findMany({ where: { id: { in: pictureIds } }, select: pictureSelect }),
    getPaperSettings(),
  ])
  return { categories, contributors, topics, sources, pictures, checklist }
}
