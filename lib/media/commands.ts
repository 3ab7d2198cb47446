import { pictureWordNames } from '@/lib/content-model/picture-words'
import { recordInStories } from '@/lib/media/library/touched-stories'
import 'server-only'
import type { z } from 'zod'
import { pictureSelect } from '@/lib/articles/rows'
import type { Actor } from '@/lib/auth/permissions'
import { checkScope, scopeOf } from '@/lib/auth/permissions'
import { defineCommand } from '@/lib/commands/command'
import type { Picture } from '@/lib/content-model/article'
import type { TransactionClient } from '@/lib/db/client'
import { deletePictureFiles, originalPath, writeFileAtomically } from '@/lib/media/files/file-store'
import {
  type ImageMetadata,
  type ImageRefusal,
  validateImage,
} from '@/lib/media/files/validate-image'
import { indexPictures } from '@/lib/media/library/picture-index'
import { placementsOfPicture } from '@/lib/media/library/picture-uses'
import type { Refusal } from '@/lib/outcome'
import { describeInput, type pictureInput, pictureRef } from './input'

const refusalByReason: Record<ImageRefusal, Refusal> = {
  empty: 'pictureEmpty',
  tooLarge: 'pictureTooLarge',
  notAPicture: 'notAPicture',
  svg: 'pictureSvg',
  heic: 'pictureHeic',
  moving: 'pictureMoves',
  tooManyPixels: 'pictureTooManyPixels',
  sideTooLong: 'pictureSideTooLong',
  tooSmall: 'pictureTooSmall',
  broken: 'pictureBroken',
}

/** Validates a picture and stores its file. The file comes before the row: a row without one would show a broken picture. */
export async function storePictureFile(bytes: Buffer): Promise<ImageMetadata | Refusal> {
  const check = await validateImage(bytes)
  if (!check.ok) return refusalByReason[check.reason]
  await writeFileAtomically(originalPath(check.metadata.hash), check.master)
  return check.metadata
}

/** The row of a picture whose file is stored; the same bytes again give the row that is there. */
export async function findOrCreatePicture(
  tx: TransactionClient,
  metadata: ImageMetadata,
  uploadedById: string | null,
  texts: Partial<z.output<typeof pictureInput>> = {},
): Promise<Picture> {
  const data = { ...metadata, alt: '', ...texts, uploadedById }
  const { count } = await tx.image.createMany({ data: [data], skipDuplicates: true })
  const where = { hash: metadata.hash }
  const picture = await tx.image.findUniqueOrThrow({ where, select: pictureSelect })
  if (count > 0) await indexPictures(tx, [picture])
  return picture
}

/** Whether a published or scheduled story shows the picture. */
async function isPublicOrScheduled(tx: TransactionClient, pictureId: number): Promise<boolean> {
  const article = { publicAt: { not: null } }
  return (await tx.pictureUse.count({ where: { pictureId, place: 'story', article } })) > 0
}

/** Without the scope `all`, a user may change an own picture until a published or scheduled story shows it. Locks the picture. */
async function checkOwnership(
  tx: TransactionClient,
  id: number,
  actor: Actor,
): Promise<Refusal | null> {
  const [known] = await tx.$queryRaw<{ uploadedById: string | null }[]>`
    SELECT "uploadedById" FROM "Image" WHERE "id" = ${id} FOR UPDATE`
  if (!known) return 'noSuchPicture'
  if (checkScope(actor, 'picture', known.uploadedById)) return 'notYourPicture'
  if (scopeOf(actor, 'picture') === 'all') return null
  return (await isPublicOrScheduled(tx, id)) ? 'pictureBeforeReaders' : null
}

/**
 * Changes description, caption, credit and focal point of a picture in the library. Stories that say nothing of their own
 * of it show the new words: their pages are invalidated, and published ones record it.
 */
export const describePicture = defineCommand({
  name: 'describePicture',
  permission: 'picture',
  input: describeInput,
  run: async ({ tx, actor, now }, { id, ...texts }) => {
    const refusal = await checkOwnership(tx, id, actor)
    if (refusal) return refusal
    const before = await tx.image.findUniqueOrThrow({ where: { id }, select: pictureSelect })
    const data = Object.fromEntries(
      Object.entries(texts).filter(([, value]) => value !== undefined),
    )
    const picture = await tx.image.update({ where: { id }, data, select: pictureSelect })
    await indexPictures(tx, [picture])
    const changed = pictureWordNames.filter((name) => picture[name] !== before[name])
    await recordInStories(tx, { actor, now }, id, changed)
    return { change: { kind: 'picture', shownIn: await placementsOfPicture(tx, id) }, picture }
  },
})

/** Deletes a picture: refused while a story or a working copy shows it. Revisions that showed it lose it. */
export const deletePicture = defineCommand({
  name: 'deletePicture',
  permission: 'picture',
  input: pictureRef,
  run: async ({ tx, actor }, { id }) => {
    const refusal = await checkOwnership(tx, id, actor)
    if (refusal) return refusal
    const shown = { pictureId: id, place: { not: 'history' } }
    if ((await tx.pictureUse.count({ where: shown })) > 0) return 'pictureInUse'
    await tx.pictureUse.deleteMany({ where: { pictureId: id } })
    const { hash } = await tx.image.delete({ where: { id }, select: { hash: true } })
    return { change: { kind: 'nothing' }, hash }
  },
  afterCommit: ({ hash }, { id }) => deletePictureFiles({ id, hash }),
})
