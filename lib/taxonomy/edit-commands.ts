import 'server-only'
import { defineCommand } from '@/lib/commands/command'
import type { CommandName } from '@/lib/commands/command-names'
import { authorPath, topicPath } from '@/lib/content-model/article'
import type { TransactionClient } from '@/lib/db/client'
import type { TaxonomyTagKind } from '@/lib/invalidation/cache-tags'
import type { CommandResult, Refusal } from '@/lib/outcome'
import { addRedirect } from '@/lib/redirects/add-redirect'
import {
  editContributorInput,
  editSourceInput,
  editTopicInput,
  mergeNamesInput,
} from './edit-input'
import {
  extendStatementTimeout,
  type MergePair,
  mergeLists,
  replaceInWorkingCopies,
  taxonomyMergeTimeoutMs,
} from './merge'
import { recordMerge } from './merged-names'

/** What an editor does to the names that stories carry. Stories themselves are not saved: they keep their version. */

/** Where a kind has its lists; a source has none. */
const listPathOf = { contributor: authorPath, topic: topicPath, source: null }

function changed(of: TaxonomyTagKind, ...all: string[]): CommandResult {
  const slugs = [...new Set(all)]
  const change = { kind: 'names', of, slugs } as const
  const pathOf = listPathOf[of]
  return pathOf ? { change, moved: { lists: slugs.map((slug) => pathOf({ slug })) } } : { change }
}

/** Changes a contributor's name, kind, address and bio. */
export const editContributor = defineCommand({
  name: 'editContributor',
  permission: 'names',
  input: editContributorInput,
  run: async ({ tx }, { id, bio, ...given }) => {
    const { contributor } = tx
    const [row] = await tx.$queryRaw<{ slug: string }[]>`
        SELECT "slug" FROM "Contributor" WHERE "id" = ${id} FOR UPDATE`
    if (!row) return 'noSuchContributor'
    const { name, kind, slug = row.slug } = given
    const others = { id: { not: id } }
    if (await contributor.findFirst({ where: { ...others, name, kind } })) return 'nameHeld'
    if (await contributor.findFirst({ where: { ...others, slug } })) return 'slugTaken'
    await contributor.update({ where: { id }, data: { name, kind, slug, bio: bio || null } })
    if (slug !== row.slug) await addRedirect(tx, authorPath(row), authorPath({ slug }))
    return changed('contributor', row.slug, slug)
  },
})

/** Changes a topic's name and address. */
export const editTopic = defineCommand({
  name: 'editTopic',
  permission: 'names',
  input: editTopicInput,
  run: async ({ tx }, { id, name, ...given }) => {
    const { topic } = tx
    const [row] = await tx.$queryRaw<{ slug: string }[]>`
        SELECT "slug" FROM "Topic" WHERE "id" = ${id} FOR UPDATE`
    if (!row) return 'noSuchTopic'
    const { slug = row.slug } = given
    const others = { id: { not: id } }
    if (await topic.findFirst({ where: { ...others, name } })) return 'nameHeld'
    if (await topic.findFirst({ where: { ...others, slug } })) return 'slugTaken'
    await topic.update({ where: { id }, data: { name, slug } })
    if (slug !== row.slug) await addRedirect(tx, topicPath(row), topicPath({ slug }))
    return changed('topic', row.slug, slug)
  },
})

/** Changes a source's name and web address. */
export const editSource = defineCommand({
  name: 'editSource',
  permission: 'names',
  input: editSourceInput,
  run: async ({ tx: { source } }, { id, name, url }) => {
    const row = await source.findUnique({ where: { id } })
    if (!row) return 'noSuchSource'
    if (await source.findFirst({ where: { id: { not: id }, name } })) return 'nameHeld'
    await source.update({ where: { id }, data: { name, url } })
    return changed('source', row.slug)
  },
})

type Merge = (tx: TransactionClient, pair: MergePair, now: Date) => Promise<void>

/** A command that merges two names of one kind. */
const mergeCommand = (
  name: CommandName,
  of: TaxonomyTagKind,
  notFoundRefusal: Refusal,
  lock: (tx: TransactionClient, ids: number[]) => Promise<MergePair['from'][]>,
  merge: Merge,
) =>
  defineCommand({
    name,
    permission: 'names',
    input: mergeNamesInput,
    timeoutMs: taxonomyMergeTimeoutMs,
    run: async ({ tx, now }, { id, intoId }) => {
      if (id === intoId) return 'sameName'
      await extendStatementTimeout(tx)
      const rows = await lock(tx, [id, intoId])
      const from = rows.find((row) => row.id === id)
      const into = rows.find((row) => row.id === intoId)
      if (!from || !into) return notFoundRefusal
      await merge(tx, { from, into }, now)
      return changed(of, from.slug, into.slug)
    },
  })

/** Merges a contributor into another: moves the stories, deletes the contributor and redirects the old address. */
export const mergeContributors = mergeCommand(
  'mergeContributors',
  'contributor',
  'noSuchContributor',
  (tx, ids) => tx.$queryRaw`
    SELECT "id", "slug" FROM "Contributor" WHERE "id" = ANY(${ids}::int[]) ORDER BY "id" FOR UPDATE`,
  async (tx, pair, now) => {
    const { from, into } = pair
    const fromRows = { contributorId: from.id }
    const oldest = await tx.byline.aggregate({ where: fromRows, _min: { publicAt: true } })
    // A story with both contributors keeps one byline entry.
    await tx.$executeRaw`
      DELETE FROM "Byline" mine USING "Byline" theirs WHERE mine."contributorId" = ${from.id}
        AND theirs."contributorId" = ${into.id} AND theirs."articleId" = mine."articleId"`
    await tx.byline.updateMany({ where: fromRows, data: { contributorId: into.id } })
    // Who wrote under the name that goes writes under the one that stays, unless somebody does already.
    await tx.$executeRaw`
      UPDATE "User" SET "contributorId" = ${into.id} WHERE "contributorId" = ${from.id}
        AND NOT EXISTS (SELECT FROM "User" WHERE "contributorId" = ${into.id})`
    await replaceInWorkingCopies(tx, 'contributorIds', pair)
    await recordMerge(tx, 'contributors', pair)
    await tx.contributor.delete({ where: { id: from.id } })
    await mergeLists(tx, 'author', pair, oldest._min.publicAt, now)
    await addRedirect(tx, authorPath(from), authorPath(into))
  },
)

/** Merges a topic into another: moves the stories, deletes the topic and redirects the old address. */
export const mergeTopics = mergeCommand(
  'mergeTopics',
  'topic',
  'noSuchTopic',
  (tx, ids) => tx.$queryRaw`
    SELECT "id", "slug" FROM "Topic" WHERE "id" = ANY(${ids}::int[]) ORDER BY "id" FOR UPDATE`,
  async (tx, pair, now) => {
    const { from, into } = pair
    const fromRows = { topicId: from.id }
    const oldest = await tx.articleTopic.aggregate({ where: fromRows, _min: { publicAt: true } })
    await tx.$executeRaw`
      DELETE FROM "ArticleTopic" mine USING "ArticleTopic" theirs WHERE mine."topicId" = ${from.id}
        AND theirs."topicId" = ${into.id} AND theirs."articleId" = mine."articleId"`
    await tx.articleTopic.updateMany({ where: fromRows, data: { topicId: into.id } })
    await replaceInWorkingCopies(tx, 'topicIds', pair)
    await recordMerge(tx, 'topics', pair)
    await tx.topic.delete({ where: { id: from.id } })
    await mergeLists(tx, 'topic', pair, oldest._min.publicAt, now)
    await addRedirect(tx, topicPath(from), topicPath(into))
  },
)

/** Merges a source into another: moves the stories and deletes the source. */
export const mergeSources = mergeCommand(
  'mergeSources',
  'source',
  'noSuchSource',
  (tx, ids) => tx.$queryRaw`
    SELECT "id", "slug" FROM "Source" WHERE "id" = ANY(${ids}::int[]) ORDER BY "id" FOR UPDATE`,
  async (tx, pair) => {
    const { from, into } = pair
    // Raw SQL, because Prisma would set `updatedAt` of the stories.
    await tx.$executeRaw`
      UPDATE "Article" SET "sourceId" = ${into.id} WHERE "sourceId" = ${from.id}`
    await replaceInWorkingCopies(tx, 'sourceId', pair)
    await recordMerge(tx, 'sources', pair)
    await tx.source.delete({ where: { id: from.id } })
  },
)
