import 'server-only'
import { pictureSelect } from '@/lib/articles/rows'
import type { Picture } from '@/lib/content-model/article'
import { db } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import {
  type LibraryPage,
  type LibraryQuery,
  type LibraryView,
  type PictureRecord,
  type PictureUse,
  picturesPerPage,
} from '@/lib/media/library/library'
import { pictureQuery } from '@/lib/media/library/picture-search'

/** The pictures of these numbers, in no order. */
export async function listPictures(ids: number[]): Promise<Picture[]> {
  if (ids.length === 0) return []
  return db().image.findMany({ where: { id: { in: ids } }, select: pictureSelect })
}

const conditionByView: Record<LibraryView, Prisma.Sql> = {
  all: Prisma.sql`true`,
  // The column may lag behind; `PictureUse` does not.
  unused: Prisma.sql`NOT "isUsed" AND NOT EXISTS (
    SELECT 1 FROM "PictureUse" WHERE "pictureId" = "Image"."id" AND "place" <> 'history')`,
  noAlt: Prisma.sql`"alt" = ''`,
  noCredit: Prisma.sql`"credit" IS NULL`,
}

/** A page of the library, newest first: one index range. */
export async function listLibrary(query: LibraryQuery): Promise<LibraryPage> {
  const { typed, view, ownerId, after } = query
  const words = pictureQuery(typed)
  const conditions = [
    conditionByView[view],
    ...(ownerId === null ? [] : [Prisma.sql`"uploadedById" = ${ownerId}`]),
    ...(words === null ? [] : [Prisma.sql`"words" @@ ${words}::tsquery`]),
    ...(after === null ? [] : [Prisma.sql`"id" < ${after}`]),
  ]
  const rows = await db().$queryRaw<Picture[]>`
    SELECT "id", "hash", "width", "height", "alt", "caption", "credit", "focalX", "focalY"
    FROM "Image" WHERE ${Prisma.join(conditions, ' AND ')}
    ORDER BY "id" DESC LIMIT ${picturesPerPage + 1}`
  const pictures = rows.slice(0, picturesPerPage)
  return { pictures, next: rows.length > picturesPerPage ? (pictures.at(-1)?.id ?? null) : null }
}

/** The newest pictures with all the words. @param after the last picture of the previous page */
export const findPictures = (typed: string, after: number | null = null): Promise<LibraryPage> =>
  listLibrary({ typed, view: 'all', ownerId: null, after })

const maxUses = 50

type UseRow = Omit<PictureUse, 'state'> & { status: PictureUse['state']; trashedAt: Date | null }

/** The newest stories that show it, each once: its text before its working copy before its revisions. */
async function usesOf(id: number): Promise<PictureUse[]> {
  const rows = await db().$queryRaw<UseRow[]>`
    SELECT * FROM (
      SELECT DISTINCT ON (u."articleId") u."articleId", u."place", a."headline", a."status"::text, a."trashedAt"
      FROM "PictureUse" u JOIN "Article" a ON a."id" = u."articleId"
      WHERE u."pictureId" = ${id}
      ORDER BY u."articleId" DESC, array_position('{story,copy,history}', u."place")
      LIMIT ${maxUses}
    ) AS newest ORDER BY array_position('{story,copy,history}', "place"), "articleId" DESC`
  return rows.map(({ status, trashedAt, ...use }) => ({
    ...use,
    state: trashedAt ? 'trashed' : status,
  }))
}

const countUses = async (id: number): Promise<number> => {
  const [row] = await db().$queryRaw<{ count: number }[]>`
    SELECT count(DISTINCT "articleId")::int AS "count" FROM "PictureUse" WHERE "pictureId" = ${id}`
  return row?.count ?? 0
}

/** A picture with its uses; null when there is none with that id. */
export async function findPictureRecord(id: number): Promise<PictureRecord | null> {
  const row = await db().image.findUnique({
    where: { id },
    select: {
      ...pictureSelect,
      bytes: true,
      createdAt: true,
      uploadedBy: { select: { id: true, name: true } },
    },
  })
  if (!row) return null
  const { bytes, createdAt: at, uploadedBy, ...picture } = row
  const uses = await usesOf(id)
  const useCount = uses.length < maxUses ? uses.length : await countUses(id)
  return { picture, bytes, at, uploadedBy, uses, useCount }
}
