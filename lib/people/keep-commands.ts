import 'server-only'
import type { z } from 'zod'
import { authorPath, topicPath } from '@/lib/articles/article'
import { perform } from '@/lib/auth/perform'
import type { Actor } from '@/lib/auth/roles'
import type { NamedKind } from '@/lib/cache-tags'
import type { Db, DbSession } from '@/lib/db/client'
import type { Done, Outcome, Refusal } from '@/lib/outcome'
import { moveAddress } from '@/lib/paper/moved-address'
import {
  editContributorInput,
  editSourceInput,
  editTopicInput,
  mergeNamesInput,
} from './keep-input'
import { giveTime, mergeLists, mergeTimeoutMs, renumberCopies, type Two } from './merge'
import { moveName } from './moved-names'

/** What an editor does to the names that stories carry. Stories themselves are not saved: they keep their version. */

/** Where a kind has its lists; a source has none. */
const listPathOf = { contributor: authorPath, topic: topicPath, source: null }

function changed(of: NamedKind, ...all: string[]): Done {
  const slugs = [...new Set(all)]
  const change = { kind: 'names', of, slugs } as const
  const pathOf = listPathOf[of]
  return pathOf ? { change, moved: { lists: slugs.map((slug) => pathOf({ slug })) } } : { change }
}

/** Puts a contributor's name, kind, address and bio right. */
export function editContributor(
  db: Db,
  actor: Actor | null,
  input: z.input<typeof editContributorInput>,
): Promise<Outcome> {
  const errand = { act: 'editContributor', deed: 'names', schema: editContributorInput } as const
  return perform(db, actor, {
    ...{ ...errand, input },
    run: async (session, { id, bio, ...given }) => {
      const { contributor } = session
      const [row] = await session.$queryRaw<{ slug: string }[]>`
        SELECT "slug" FROM "Contributor" WHERE "id" = ${id} FOR UPDATE`
      if (!row) return 'noSuchContributor'
      const { name, kind, slug = row.slug } = given
      const others = { id: { not: id } }
      if (await contributor.findFirst({ where: { ...others, name, kind } })) return 'nameHeld'
      if (await contributor.findFirst({ where: { ...others, slug } })) return 'slugTaken'
      await contributor.update({ where: { id }, data: { name, kind, slug, bio: bio || null } })
      if (slug !== row.slug) await moveAddress(session, authorPath(row), authorPath({ slug }))
      return changed('contributor', row.slug, slug)
    },
  })
}

/** Puts a topic's name and address right. */
export function editTopic(
  db: Db,
  actor: Actor | null,
  input: z.input<typeof editTopicInput>,
): Promise<Outcome> {
  const errand = { act: 'editTopic', deed: 'names', schema: editTopicInput, input } as const
  return perform(db, actor, {
    ...errand,
    run: async (session, { id, name, ...given }) => {
      const { topic } = session
      const [row] = await session.$queryRaw<{ slug: string }[]>`
        SELECT "slug" FROM "Topic" WHERE "id" = ${id} FOR UPDATE`
      if (!row) return 'noSuchTopic'
      const { slug = row.slug } = given
      const others = { id: { not: id } }
      if (await topic.findFirst({ where: { ...others, name } })) return 'nameHeld'
      if (await topic.findFirst({ where: { ...others, slug } })) return 'slugTaken'
      await topic.update({ where: { id }, data: { name, slug } })
      if (slug !== row.slug) await moveAddress(session, topicPath(row), topicPath({ slug }))
      return changed('topic', row.slug, slug)
    },
  })
}

/** Puts a source's name and address on the web right. */
export function editSource(
  db: Db,
  actor: Actor | null,
  input: z.input<typeof editSourceInput>,
): Promise<Outcome> {
  const errand = { act: 'editSource', deed: 'names', schema: editSourceInput, input } as const
  return perform(db, actor, {
    ...errand,
    run: async ({ source }, { id, name, url }) => {
      const row = await source.findUnique({ where: { id } })
      if (!row) return 'noSuchSource'
      if (await source.findFirst({ where: { id: { not: id }, name } })) return 'nameHeld'
      await source.update({ where: { id }, data: { name, url } })
      return changed('source', row.slug)
    },
  })
}

type Merge = (session: DbSession, two: Two, now: Date) => Promise<void>

/** A command that makes two names of a kind one. */
const merging =
  (
    act: string,
    of: NamedKind,
    missing: Refusal,
    lock: (session: DbSession, ids: number[]) => Promise<Two['from'][]>,
    merge: Merge,
  ) =>
  (
    db: Db,
    actor: Actor | null,
    input: z.input<typeof mergeNamesInput>,
    now: Date,
  ): Promise<Outcome> =>
    perform(db, actor, {
      ...{ act, deed: 'names' as const, schema: mergeNamesInput, input },
      timeoutMs: mergeTimeoutMs,
      run: async (session, { id, intoId }) => {
        if (id === intoId) return 'sameName'
        await giveTime(session)
        const rows = await lock(session, [id, intoId])
        const from = rows.find((row) => row.id === id)
        const into = rows.find((row) => row.id === intoId)
        if (!from || !into) return missing
        await merge(session, { from, into }, now)
        return changed(of, from.slug, into.slug)
      },
    })

/** All stories of one contributor become another's; the one is gone and their address leads to the other's. */
export const mergeContributors = merging(
  'mergeContributors',
  'contributor',
  'noSuchContributor',
  (session, ids) => session.$queryRaw`
    SELECT "id", "slug" FROM "Contributor" WHERE "id" = ANY(${ids}::int[]) ORDER BY "id" FOR UPDATE`,
  async (session, two, now) => {
    const { from, into } = two
    const mine = { contributorId: from.id }
    const oldest = await session.byline.aggregate({ where: mine, _min: { publicAt: true } })
    // Of a story that both wrote one line stays.
    await session.$executeRaw`
      DELETE FROM "Byline" mine USING "Byline" theirs WHERE mine."contributorId" = ${from.id}
        AND theirs."contributorId" = ${into.id} AND theirs."articleId" = mine."articleId"`
    await session.byline.updateMany({ where: mine, data: { contributorId: into.id } })
    // Who wrote under the name that goes writes under the one that stays, unless somebody does already.
    await session.$executeRaw`
      UPDATE "User" SET "contributorId" = ${into.id} WHERE "contributorId" = ${from.id}
        AND NOT EXISTS (SELECT FROM "User" WHERE "contributorId" = ${into.id})`
    await renumberCopies(session, 'contributorIds', two)
    await moveName(session, 'contributors', two)
    await session.contributor.delete({ where: { id: from.id } })
    await mergeLists(session, 'author', two, oldest._min.publicAt, now)
    await moveAddress(session, authorPath(from), authorPath(into))
  },
)

/** All stories of one topic become another's; the one is gone and its address leads to the other's. */
export const mergeTopics = merging(
  'mergeTopics',
  'topic',
  'noSuchTopic',
  (session, ids) => session.$queryRaw`
    SELECT "id", "slug" FROM "Topic" WHERE "id" = ANY(${ids}::int[]) ORDER BY "id" FOR UPDATE`,
  async (session, two, now) => {
    const { from, into } = two
    const mine = { topicId: from.id }
    const oldest = await session.articleTopic.aggregate({ where: mine, _min: { publicAt: true } })
    await session.$executeRaw`
      DELETE FROM "ArticleTopic" mine USING "ArticleTopic" theirs WHERE mine."topicId" = ${from.id}
        AND theirs."topicId" = ${into.id} AND theirs."articleId" = mine."articleId"`
    await session.articleTopic.updateMany({ where: mine, data: { topicId: into.id } })
    await renumberCopies(session, 'topicIds', two)
    await moveName(session, 'topics', two)
    await session.topic.delete({ where: { id: from.id } })
    await mergeLists(session, 'topic', two, oldest._min.publicAt, now)
    await moveAddress(session, topicPath(from), topicPath(into))
  },
)

/** All stories taken from one source are from the other; the one is gone. */
export const mergeSources = merging(
  'mergeSources',
  'source',
  'noSuchSource',
  (session, ids) => session.$queryRaw`
    SELECT "id", "slug" FROM "Source" WHERE "id" = ANY(${ids}::int[]) ORDER BY "id" FOR UPDATE`,
  async (session, two) => {
    const { from, into } = two
    // Not through Prisma, which would say that the stories were written in just now.
    await session.$executeRaw`
      UPDATE "Article" SET "sourceId" = ${into.id} WHERE "sourceId" = ${from.id}`
    await renumberCopies(session, 'sourceId', two)
    await moveName(session, 'sources', two)
    await session.source.delete({ where: { id: from.id } })
  },
)
