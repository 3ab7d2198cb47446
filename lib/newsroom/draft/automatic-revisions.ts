import 'server-only'
import { snapshotOf } from '@/lib/articles/add-story'
import { bodyText } from '@/lib/content-model/body'
import type { TransactionClient } from '@/lib/db/client'
import type { StoryContent } from './story-content'
import type { CopyRow } from './working-copy-rows'

/** The reason of a revision that was made while somebody wrote, beside those that somebody asked for. */
export const automaticReason = 'written'

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const dayMs = 24 * hourMs

/** While somebody writes, a revision is made this often. */
const intervalMs = 3 * minuteMs
/** A save that removes more than this share of the words makes a revision first. */
const removedShare = 1 / 3
/** Shorter texts get no automatic revision. */
const minWords = 5

const wordsOf = ({ headline, standfirst, body }: StoryContent): string[] =>
  `${headline} ${standfirst} ${bodyText(body)}`.split(/\s+/).filter(Boolean)

/** Whether `next` lacks more than a third of the words of `before`, wherever they stand. */
export function removesMuch(before: StoryContent, next: StoryContent): boolean {
  const words = wordsOf(before)
  if (words.length < minWords) return false
  const kept = new Map<string, number>()
  for (const word of wordsOf(next)) kept.set(word, (kept.get(word) ?? 0) + 1)
  let removed = 0
  for (const word of words) {
    const count = kept.get(word) ?? 0
    if (count > 0) kept.set(word, count - 1)
    else removed += 1
  }
  return removed > words.length * removedShare
}

/** How far apart automatic revisions of an age may stand; older ones are one a month. */
const spacings: [age: number, spacing: number][] = [
  [hourMs, 0],
  [dayMs, hourMs],
  [30 * dayMs, dayMs],
]

/**
 * The automatic revisions that are not needed any more: all of the last hour stay, then the newest of each hour for a day,
 * of each day for a month, and of each month.
 *
 * @param revisions in any order
 */
export function expiredRevisions<Revision extends { createdAt: Date }>(
  revisions: Revision[],
  now: Date,
): Revision[] {
  const seen = new Set<string>()
  return revisions
    .toSorted((a, b) => b.createdAt.getTime() - a.createdAt.getTime())
    .filter(({ createdAt }) => {
      const age = now.getTime() - createdAt.getTime()
      const spacing = spacings.find(([most]) => age <= most)?.[1] ?? 30 * dayMs
      if (spacing === 0) return false
      const slot = `${spacing}:${Math.floor(createdAt.getTime() / spacing)}`
      const isExpired = seen.has(slot)
      seen.add(slot)
      return isExpired
    })
}

/** The content as a revision of the story keeps it; a category that is gone is the story's own. */
async function addAutomaticRevision(tx: TransactionClient, copy: CopyRow): Promise<void> {
  const { articleId, content, savedById, savedAt } = copy
  const story = await tx.article.findUniqueOrThrow({
    where: { id: articleId },
    select: {
      categoryId: true,
      revisions: { orderBy: { number: 'desc' }, take: 1, select: { number: true } },
    },
  })
  const category = await tx.category.findUnique({ where: { slug: content.category } })
  const writer = savedById && (await tx.user.findUnique({ where: { id: savedById } }))
  await tx.revision.create({
    data: {
      articleId,
      number: (story.revisions[0]?.number ?? 0) + 1,
      snapshot: snapshotOf({
        ...content,
        kicker: content.kicker || null,
        standfirst: content.standfirst || null,
        dateline: content.dateline || null,
        categoryId: category?.id ?? story.categoryId,
      }),
      reason: automaticReason,
      actorId: savedById,
      actorName: writer ? writer.name : null,
      createdAt: savedAt,
    },
  })
}

/**
 * Makes a revision of the working copy before `next` replaces it: when the last one is some minutes old, when `next` lacks
 * much of it, or always when `isAlways`. A copy that says what the story says is one already. Old automatic revisions go.
 */
export async function keepBeforeSave(
  tx: TransactionClient,
  copy: CopyRow,
  next: StoryContent,
  { now, isAlways = false }: { now: Date; isAlways?: boolean },
): Promise<void> {
  if (!copy.isChanged) return
  if (!isAlways && !removesMuch(copy.content, next)) {
    const last = await tx.revision.findFirst({
      where: { articleId: copy.articleId },
      orderBy: { number: 'desc' },
      select: { createdAt: true },
    })
    if (last && now.getTime() - last.createdAt.getTime() < intervalMs) return
  }
  await addAutomaticRevision(tx, copy)
  const automatic = await tx.revision.findMany({
    where: { articleId: copy.articleId, reason: automaticReason },
    select: { id: true, createdAt: true },
  })
  const ids = expiredRevisions(automatic, now).map(({ id }) => id)
  if (ids.length > 0) await tx.revision.deleteMany({ where: { id: { in: ids } } })
}
