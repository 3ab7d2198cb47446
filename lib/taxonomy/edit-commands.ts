import 'server-only'
import { defineCommand } from '@/lib/commands/command'
import type { CommandName } from '@/lib/commands/command-names'
import { authorPath, topicPath } from '@/lib/content-model/article'
import type { TransactionClient } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import type { TaxonomyTagKind } from '@/lib/invalidation/cache-tags'
import type { CommandResult } from '@/lib/outcome'
import { addRedirect } from '@/lib/redirects/add-redirect'
import { editContributorInput, editSourceInput, editTopicInput, mergeNamesInput } from './input'
import {
  extendStatementTimeout,
  type MergePair,
  mergeLists,
  replaceInWorkingCopies,
  taxonomyMergeTimeoutMs,
} from './merge'
import { recordMerge } from './merged-names'

/* Changes of the names that stories carry. The stories themselves are not saved: they keep their version. */

const { sql } = Prisma
const tables = { contributor: sql`"Contributor"`, topic: sql`"Topic"`, source: sql`"Source"` }
const fields = { contributor: 'contributorIds', topic: 'topicIds', source: 'sourceId' } as const
const notFound = {
  contributor: 'noSuchContributor',
  topic: 'noSuchTopic',
  source: 'noSuchSource',
} as const

const authorLinks = { links: sql`"Byline"`, column: sql`"contributorId"` }
const topicLinks = { links: sql`"ArticleTopic"`, column: sql`"topicId"` }
/** The kinds whose entries have a list of stories at an address, with the table that links them with stories. */
const listsOf = {
  contributor: { kind: 'author', ...authorLinks, pathOf: authorPath },
  topic: { kind: 'topic', ...topicLinks, pathOf: topicPath },
  source: null,
} as const

function changed(of: TaxonomyTagKind, ...all: string[]): CommandResult {
  const slugs = [...new Set(all)]
  const change = { kind: 'names', of, slugs } as const
  const lists = listsOf[of]
  return lists
    ? { change, moved: { lists: slugs.map((slug) => lists.pathOf({ slug })) } }
    : { change }
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

type Lists = NonNullable<(typeof listsOf)[TaxonomyTagKind]>

/** Moves the links with stories to the name that stays. @returns when the first of the moved stories became public */
async function moveLinks(tx: TransactionClient, { links, column }: Lists, pair: MergePair) {
  const [from, into] = [pair.from.id, pair.into.id]
  const [oldest] = await tx.$queryRaw<{ publicAt: Date | null }[]>`
    SELECT min("publicAt") AS "publicAt" FROM ${links} WHERE ${column} = ${from}`
  // A story with both names keeps one link.
  await tx.$executeRaw`
    DELETE FROM ${links} mine USING ${links} theirs WHERE mine.${column} = ${from}
      AND theirs.${column} = ${into} AND theirs."articleId" = mine."articleId"`
  await tx.$executeRaw`UPDATE ${links} SET ${column} = ${into} WHERE ${column} = ${from}`
  return oldest?.publicAt ?? null
}

/**
 * A command that merges two names of one kind: moves the stories, deletes the name and redirects its address.
 * @param moveOthers moves the other rows that refer to the name
 */
const mergeCommand = (
  name: CommandName,
  of: TaxonomyTagKind,
  moveOthers?: (tx: TransactionClient, from: number, into: number) => Promise<unknown>,
) =>
  defineCommand({
    name,
    permission: 'names',
    input: mergeNamesInput,
    timeoutMs: taxonomyMergeTimeoutMs,
    run: async ({ tx, now }, { id, intoId }) => {
      if (id === intoId) return 'sameName'
      await extendStatementTimeout(tx)
      const [table, lists] = [tables[of], listsOf[of]]
      const rows = await tx.$queryRaw<MergePair['from'][]>`
        SELECT "id", "slug" FROM ${table} WHERE "id" IN (${id}, ${intoId}) ORDER BY "id" FOR UPDATE`
      const from = rows.find((row) => row.id === id)
      const into = rows.find((row) => row.id === intoId)
      if (!from || !into) return notFound[of]
      const pair = { from, into }
      const since = lists && (await moveLinks(tx, lists, pair))
      await moveOthers?.(tx, id, intoId)
      await replaceInWorkingCopies(tx, fields[of], pair)
      await recordMerge(tx, `${of}s`, pair)
      await tx.$executeRaw`DELETE FROM ${table} WHERE "id" = ${id}`
      if (lists) {
        await mergeLists(tx, lists.kind, pair, since, now)
        await addRedirect(tx, lists.pathOf(from), lists.pathOf(into))
      }
      return changed(of, from.slug, into.slug)
    },
  })

// The user of the name that goes becomes the user of the one that stays, unless that one has a user.
export const mergeContributors = mergeCommand(
  'mergeContributors',
  'contributor',
  (tx, from, into) => tx.$executeRaw`
    UPDATE "User" SET "contributorId" = ${into} WHERE "contributorId" = ${from}
      AND NOT EXISTS (SELECT FROM "User" WHERE "contributorId" = ${into})`,
)

export const mergeTopics = mergeCommand('mergeTopics', 'topic')

// Raw SQL, because Prisma would set `updatedAt` of the stories.
export const mergeSources = mergeCommand(
  'mergeSources',
  'source',
  (tx, from, into) => tx.$executeRaw`
    UPDATE "Article" SET "sourceId" = ${into} WHERE "sourceId" = ${from}`,
)
