import 'server-only'
import type { Body } from '@/lib/content-model/body'
import type { PictureWords } from '@/lib/content-model/picture-words'
import type { QueryClient } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'
import { type StoryContent, storedContent } from './story-content'

/** A working copy as the database has it. */
export type CopyRow = Omit<Prisma.WorkingCopyGetPayload<object>, 'content'> & {
  content: StoryContent
}

/** The working copy of a story; null when there is none. */
export async function findCopy(tx: QueryClient, articleId: number): Promise<CopyRow | null> {
  const row = await tx.workingCopy.findUnique({ where: { articleId } })
  return row && { ...row, content: storedContent(row.content) }
}

/** The story's own words, as its writer finds them. @throws Error when there is no such story */
export async function contentOfStory(tx: QueryClient, id: number): Promise<StoryContent> {
  const { bylines, topics, category, body, ...story } = await tx.article.findUniqueOrThrow({
    where: { id },
    select: {
      headline: true,
      kicker: true,
      standfirst: true,
      dateline: true,
      body: true,
      sourceId: true,
      leadImageId: true,
      leadWords: true,
      category: { select: { slug: true } },
      bylines: { orderBy: { position: 'asc' }, select: { contributorId: true } },
      topics: { orderBy: { topicId: 'asc' }, select: { topicId: true } },
    },
    relationLoadStrategy: 'join',
  })
  return {
    headline: story.headline,
    kicker: story.kicker ?? '',
    standfirst: story.standfirst ?? '',
    dateline: story.dateline ?? '',
    // What `bodyInput` let in.
    body: body as Body,
    category: category.slug,
    contributorIds: bylines.map((byline) => byline.contributorId),
    topicIds: topics.map((link) => link.topicId),
    sourceId: story.sourceId,
    leadImageId: story.leadImageId,
    // What `editFieldsInput` let in.
    leadWords: story.leadWords as PictureWords,
  }
}
