import 'server-only'
import { randomUUID } from 'node:crypto'
import { lockStory } from '@/lib/articles/save-story'
import { checkWrite } from '@/lib/articles/workflow'
import { defineCommand } from '@/lib/commands/command'
import { imageIdsOf } from '@/lib/content-model/body'
import type { TransactionClient } from '@/lib/db/client'
import { isLockFree, openCopy } from '@/lib/newsroom/draft/edit-lock'
import { revisionRef } from '@/lib/newsroom/draft/input'
import { followRenames, updateListFields, writeCopy } from '@/lib/newsroom/draft/save-working-copy'
import type { StoryContent } from '@/lib/newsroom/draft/story-content'
import { wasPublic } from '@/lib/newsroom/draft/working-copy'
import { contentOfStory } from '@/lib/newsroom/draft/working-copy-rows'
import { contentOf, findSnapshot } from './revision-queries'

/** Names and pictures that are not there any more are left out: the rest can still come back. */
async function withExistingReferences(
  tx: TransactionClient,
  content: StoryContent,
): Promise<StoryContent> {
  const { contributorIds, topicIds, sourceId, leadImageId, body } = content
  const pictureIds = [...imageIdsOf(body), ...(leadImageId === null ? [] : [leadImageId])]
  const idOnly = { select: { id: true } } as const
  const [contributors, topics, source, pictures] = await Promise.all([
    tx.contributor.findMany({ where: { id: { in: contributorIds } }, ...idOnly }),
    tx.topic.findMany({ where: { id: { in: topicIds } }, ...idOnly }),
    sourceId === null ? null : tx.source.findUnique({ where: { id: sourceId }, ...idOnly }),
    tx.image.findMany({ where: { id: { in: pictureIds } }, ...idOnly }),
  ])
  const among = (rows: { id: number }[]) => (id: number) => rows.some((row) => row.id === id)
  const isPicture = among(pictures)
  return {
    ...content,
    contributorIds: contributorIds.filter(among(contributors)),
    topicIds: topicIds.filter(among(topics)),
    sourceId: source?.id ?? null,
    leadImageId: leadImageId !== null && isPicture(leadImageId) ? leadImageId : null,
    body: body.filter((block) => block.kind !== 'image' || isPicture(block.imageId)),
  }
}

/**
 * An earlier revision is what is being written again: readers see nothing of it until it is published as any other change.
 * What was being written becomes a revision. Refused while somebody else has the edit lock.
 */
export const restoreRevision = defineCommand({
  name: 'restoreRevision',
  permission: 'edit',
  input: revisionRef,
  run: async ({ tx, actor, now }, { id, number, expectedVersion }) => {
    const snapshot = await findSnapshot(tx, id, number)
    // Before the story itself, as a merge holds them: two commands must not wait for each other.
    const current = snapshot && (await followRenames(tx, await contentOf(tx, snapshot)))
    const story = await lockStory(tx, id)
    if (!story) return 'noSuchStory'
    const refusal = checkWrite(actor, story)
    if (refusal) return refusal
    if (expectedVersion !== null && expectedVersion !== story.version) return 'outdated'
    if (!current) return 'noSuchRevision'
    const copy = await openCopy(tx, story, now)
    if (copy.lockHolderId !== actor.id && !(await isLockFree(tx, copy, now)))
      return 'lockedElsewhere'
    const restored = await withExistingReferences(tx, current)
    const { category } = await contentOfStory(tx, id)
    const isMovable = !wasPublic(story, now) && restored.category !== ''
    const content = isMovable ? restored : { ...restored, category }
    const written = { attempt: `restored-${randomUUID()}`, earlier: [] }
    await writeCopy(tx, copy, written, content, { actor, now }, true)
    await updateListFields(tx, story, content, now)
    return {
      change: { kind: 'article', before: null, after: null },
      story: { id, version: story.version },
    }
  },
})
