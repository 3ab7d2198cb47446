import 'server-only'
import { shorten } from '@/lib/bengali/text/shorten'
import type { ArticleStatus } from '@/lib/content-model/article'
import { type Body, blockText } from '@/lib/content-model/body'
import { db } from '@/lib/db/client'
import { presentSince } from '@/lib/newsroom/draft/working-copy'
import { type ListedStory, stateOf } from './story-lists'

type Row = Omit<ListedStory, 'beginning' | 'state' | 'lastChange'> & {
  status: ArticleStatus
  trashedAt: Date | null
  savedAt: Date | null
  savedBy: string | null
  keptAt: Date | null
  keptBy: string | null
  updatedAt: Date
}

const maxBeginningLength = 60

/** How the text of these stories begins: as it is being written, where it is. */
async function listBeginnings(ids: number[]): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db().$queryRaw<{ id: number; body: Body }[]>`
    SELECT story."id", jsonb_path_query_array(
      COALESCE(copy."content" -> 'body', story."body"), '$[*] ? (@.kind == "paragraph" || @.kind == "subheading")'
    ) AS "body"
    FROM "Article" story LEFT JOIN "WorkingCopy" copy ON copy."articleId" = story."id"
    WHERE story."id" = ANY(${ids}::int[])`
  const begin = (body: Body) => body.map(blockText).find((text) => text.trim() !== '') ?? ''
  return new Map(rows.map(({ id, body }) => [id, shorten(begin(body), maxBeginningLength)]))
}

/** The last change: of the working copy, or by a save. */
function lastChangeOf({ savedAt, savedBy, keptAt, keptBy, updatedAt }: Row) {
  if (savedAt && savedBy && (!keptAt || savedAt > keptAt)) return { at: savedAt, by: savedBy }
  return { at: keptAt ?? updatedAt, by: keptBy }
}

/** The rows of the stories in a newsroom list, in the given order. */
export async function listRows(ids: number[], now: Date): Promise<ListedStory[]> {
  if (ids.length === 0) return []
  const rows = await db().$queryRaw<Row[]>`
    SELECT story."id", story."version", story."headline", story."status"::text AS "status", story."publicAt",
      story."trashedAt", story."ownerId", story."updatedAt",
      jsonb_build_object('slug', category."slug", 'name', category."name") AS "category",
      ARRAY(
        SELECT contributor."name" FROM "Byline" byline
        JOIN "Contributor" contributor ON contributor."id" = byline."contributorId"
        WHERE byline."articleId" = story."id" ORDER BY byline."position"
      ) AS "bylines",
      story."status" = 'scheduled' AND COALESCE(story."embargoUntil" > story."publishAt", false) AS "isWaitingForEmbargo",
      story."status" IN ('published', 'scheduled') AND COALESCE(copy."isChanged", false) AS "hasUnpublished",
      copy."savedAt", saver."name" AS "savedBy", revision."createdAt" AS "keptAt", revision."actorName" AS "keptBy",
      (
        SELECT CASE note."kind" WHEN 'sentBack' THEN jsonb_build_object('note', note."note", 'by', note."byName") END
        FROM "ReviewNote" note WHERE note."articleId" = story."id" AND story."status" = 'draft'
        ORDER BY note."at" DESC, note."id" DESC LIMIT 1
      ) AS "sentBack",
      (
        SELECT count(*)::int FROM "ReaderReport" report
        WHERE report."articleId" = story."id" AND report."handledAt" IS NULL
      ) AS "openReports",
      (
        SELECT holder."name" FROM "Presence" seat JOIN "User" holder ON holder."id" = seat."userId"
        WHERE seat."articleId" = story."id" AND seat."tab" = copy."lockHolderTab" AND seat."userId" = copy."lockHolderId"
          AND seat."seenAt" >= ${presentSince(now)}
      ) AS "lockHolder"
    FROM "Article" story
    JOIN "Category" category ON category."id" = story."categoryId"
    LEFT JOIN "WorkingCopy" copy ON copy."articleId" = story."id"
    LEFT JOIN "User" saver ON saver."id" = copy."savedById"
    LEFT JOIN LATERAL (
      SELECT "createdAt", "actorName" FROM "Revision"
      WHERE "articleId" = story."id" ORDER BY "number" DESC LIMIT 1
    ) AS revision ON true
    WHERE story."id" = ANY(${ids}::int[])`
  const beginnings = await listBeginnings(
    rows.filter((row) => row.headline.trim() === '').map((row) => row.id),
  )
  const listed = rows.map((row): [number, ListedStory] => [
    row.id,
    {
      ...row,
      beginning: beginnings.get(row.id) ?? '',
      state: stateOf(row, now),
      lastChange: lastChangeOf(row),
    },
  ])
  const byId = new Map(listed)
  return ids.flatMap((id) => byId.get(id) ?? [])
}
