import 'server-only'
import { lockStory, type SaveContext, writeStory } from '@/lib/articles/save-story'
import { userIdOf } from '@/lib/auth/permissions'
import { isPublic } from '@/lib/content-model/article'
import type { Body } from '@/lib/content-model/body'
import type { PictureWord, PictureWords } from '@/lib/content-model/picture-words'
import type { TransactionClient } from '@/lib/db/client'
import { storiesWithPicture } from './picture-uses'

type Use = { leadImageId: number | null; leadWords: PictureWords; body: Body }

/** Whether the story shows the library's words somewhere, and not its own. */
function showsLibraryWords(story: Use, pictureId: number, changed: PictureWord[]): boolean {
  const uses = [
    ...(story.leadImageId === pictureId ? [story.leadWords] : []),
    ...story.body.filter((block) => block.kind === 'image' && block.imageId === pictureId),
  ] as PictureWords[]
  return uses.some((words) => changed.some((name) => !words[name]))
}

/**
 * Each published story that shows changed words of the library gets a revision, an entry in its trail and a publication
 * check: readers have something else than before.
 */
export async function recordInStories(
  tx: TransactionClient,
  { actor, now }: SaveContext,
  pictureId: number,
  changed: PictureWord[],
): Promise<void> {
  if (changed.length === 0) return
  for (const id of await storiesWithPicture(tx, pictureId)) {
    const row = await tx.article.findUniqueOrThrow({
      where: { id },
      select: { leadImageId: true, leadWords: true, body: true },
    })
    // What `editFieldsInput` and `bodyInput` let in.
    const use = { ...row, leadWords: row.leadWords as PictureWords, body: row.body as Body }
    const story = showsLibraryWords(use, pictureId, changed) ? await lockStory(tx, id) : null
    if (!story || story.trashedAt || !isPublic(story, now)) continue
    await writeStory(tx, { actor, now }, story, {
      data: {},
      reason: 'pictureWords',
      keepsVersion: true,
    })
    await tx.auditEntry.create({
      data: {
        actorId: userIdOf(actor),
        actorName: actor.name,
        command: 'describePicture',
        articleId: id,
        detail: { pictureId },
      },
    })
    await tx.outboxEvent.create({ data: { articleId: id, command: 'requestPublicationCheck' } })
  }
}
