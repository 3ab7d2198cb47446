import 'server-only'
import type { z } from 'zod'
import { perform } from '@/lib/auth/perform'
import type { Actor } from '@/lib/auth/roles'
import { listWords } from '@/lib/bengali/shorten'
import type { Db, DbSession } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'
import type { Refusal } from '@/lib/outcome'
import { bodyText, imageIdsOf } from './body'
import { addStory } from './commands'
import { draftInput, noteInput, tidyInput } from './input'
import { whyNotPublic, whyNotWrite } from './life'
import { type Save, type StoryDone, saveStory } from './save'

type Edit = Omit<z.output<typeof tidyInput>, 'id' | 'expectedVersion'>

/** Why what a story is to be tied to is not there; null when all of it is. */
async function findUnknownTie(session: DbSession, edit: Edit): Promise<Refusal | null> {
  const { contributorIds = [], topicIds = [], sourceId, leadImageId, body = [] } = edit
  const pictureIds = [...new Set([...imageIdsOf(body), ...(leadImageId ? [leadImageId] : [])])]
  const sourceIds = sourceId ? [sourceId] : []
  const counts: [
    ids: number[],
    count: (where: { id: { in: number[] } }) => Promise<number>,
    Refusal,
  ][] = [
    [contributorIds, (where) => session.contributor.count({ where }), 'noSuchContributor'],
    [topicIds, (where) => session.topic.count({ where }), 'noSuchTopic'],
    [sourceIds, (where) => session.source.count({ where }), 'noSuchSource'],
    [pictureIds, (where) => session.image.count({ where }), 'noSuchPicture'],
  ]
  for (const [ids, count, refusal] of counts) {
    if (ids.length > 0 && (await count({ id: { in: ids } })) < ids.length) return refusal
  }
  return null
}

const columns = ['headline', 'kicker', 'standfirst', 'dateline', 'sourceId', 'leadImageId'] as const
const searched = ['headline', 'kicker', 'standfirst', 'body'] as const

function dataOf(edit: Edit): Prisma.ArticleUncheckedUpdateInput {
  const { body } = edit
  return {
    ...Object.fromEntries(
      columns.flatMap((name) => (edit[name] === undefined ? [] : [[name, edit[name]]])),
    ),
    ...(body && { body, wordCount: listWords(bodyText(body)).length }),
    ...(body && body.length > 0 && { isHeadlineOnly: false }),
  }
}

async function putTies(session: DbSession, id: number, { contributorIds, topicIds }: Edit) {
  if (contributorIds) {
    await session.byline.deleteMany({ where: { articleId: id } })
    await session.byline.createMany({
      data: contributorIds.map((contributorId, position) => ({
        articleId: id,
        position,
        contributorId,
      })),
    })
  }
  if (topicIds) {
    await session.articleTopic.deleteMany({ where: { articleId: id } })
    await session.articleTopic.createMany({
      data: topicIds.map((topicId) => ({ articleId: id, topicId })),
    })
  }
}

async function saveOf(
  session: DbSession,
  id: number,
  edit: Edit,
  reason: string,
): Promise<Save | Refusal> {
  const refusal = await findUnknownTie(session, edit)
  if (refusal) return refusal
  return {
    data: dataOf(edit),
    reason,
    isReworded: searched.some((name) => edit[name] !== undefined),
    beside: () => putTies(session, id, edit),
  }
}

/** A new draft; readers see nothing of it. */
export function draftStory(
  db: Db,
  actor: Actor | null,
  input: z.input<typeof draftInput>,
  now: Date,
) {
  return perform(db, actor, {
    act: 'draftStory',
    deed: 'draft',
    schema: draftInput,
    input,
    run: async (session, { category: slug, ...story }, by): Promise<StoryDone | Refusal> => {
      const category = await session.category.findUnique({ where: { slug }, select: { id: true } })
      if (!category) return 'noSuchCategory'
      const refusal = await findUnknownTie(session, story)
      if (refusal) return refusal
      const id = await addStory(session, {
        ...story,
        contributorIds: story.contributorIds ?? [],
        topicIds: story.topicIds ?? [],
        sourceId: story.sourceId ?? null,
        leadImageId: story.leadImageId ?? null,
        categoryId: category.id,
        status: 'draft',
        publishedAt: now,
        by,
        reason: 'drafted',
      })
      return { change: { kind: 'article', before: null, after: null }, story: { id, version: 1 } }
    },
  })
}

/**
 * Changes a story without a word to readers: what nobody could have misunderstood, or what nobody has seen yet. A
 * published story's time of change stays as it is.
 */
export function tidyStory(
  db: Db,
  actor: Actor | null,
  input: z.input<typeof tidyInput>,
  now: Date,
) {
  return perform(db, actor, {
    act: 'tidyStory',
    deed: 'tidy',
    schema: tidyInput,
    input,
    run: (session, { id, expectedVersion, ...edit }, by) =>
      saveStory(
        session,
        { actor: by, now },
        { id, expectedVersion },
        (story) => whyNotWrite(by, story) ?? saveOf(session, id, edit, 'tidied'),
      ),
  })
}

/**
 * Tells readers that a published story was corrected or brought up to date, and changes it in the same save where the
 * input says how. The note is appended and never edited; `notedChangeAt`, the “আপডেট” of the page, moves.
 */
export function noteChange(
  db: Db,
  actor: Actor | null,
  input: z.input<typeof noteInput>,
  now: Date,
) {
  return perform(db, actor, {
    act: 'noteChange',
    deed: 'note',
    schema: noteInput,
    input,
    run: (session, { id, expectedVersion, kind, note, ...edit }, by) =>
      saveStory(session, { actor: by, now }, { id, expectedVersion }, async (story) => {
        const refusal = whyNotPublic(story, now)
        if (refusal) return refusal
        const save = await saveOf(session, id, edit, kind)
        if (typeof save === 'string') return save
        return {
          ...save,
          data: { ...save.data, notedChangeAt: now },
          beside: async () => {
            await save.beside?.()
            await session.correction.create({ data: { articleId: id, kind, note, at: now } })
          },
        }
      }),
  })
}
