import 'server-only'
import { z } from 'zod'
import { pictureSelect } from '@/lib/articles/rows'
import type { Actor } from '@/lib/auth/permissions'
import { checkScope, scopeOf, userIdOf } from '@/lib/auth/permissions'
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
import type { CommandResult, Refusal } from '@/lib/outcome'
import { describeInput, type pictureInput, pictureRef, uploadTextInput } from './input'

export type AddPictureOutcome = { ok: true; id: number } | { ok: false; reason: ImageRefusal }

/** Takes a picture into the archive for the installation itself; the same bytes again give the picture that is there. */
export async function addPicture(
  tx: TransactionClient,
  bytes: Buffer,
  texts: z.output<typeof pictureInput>,
): Promise<AddPictureOutcome> {
  const check = await validateImage(bytes)
  if (!check.ok) return check
  const { metadata: facts, master } = check
  const existing = await tx.image.findUnique({ where: { hash: facts.hash } })
  // The file first: a row without its file would show readers a broken picture.
  await writeFileAtomically(originalPath(facts.hash), master)
  if (existing) return { ok: true, id: existing.id }
  const { caption = null, credit = null, ...rest } = texts
  // Somebody else may have sent the same picture meanwhile.
  await tx.image.createMany({
    data: [{ ...facts, ...rest, caption, credit }],
    skipDuplicates: true,
  })
  const image = await tx.image.findUniqueOrThrow({ where: { hash: facts.hash } })
  await indexPictures(tx, [image])
  return { ok: true, id: image.id }
}

const refusalByReason: Record<ImageRefusal, Refusal> = {
  empty: 'pictureEmpty',
  tooLarge: 'pictureTooLarge',
  notAPicture: 'notAPicture',
  svg: 'pictureSvg',
  heic: 'pictureHeic',
  moving: 'pictureMoves',
  tooManyPixels: 'pictureTooManyPixels',
  tooSmall: 'pictureTooSmall',
  broken: 'pictureBroken',
}

export type PictureResult = CommandResult & { picture: Picture }

/** The picture's row, by whoever sent the same bytes first. */
async function findOrCreatePicture(
  tx: TransactionClient,
  facts: ImageMetadata,
  { caption = null, credit = null, ...texts }: z.output<typeof uploadTextInput>,
  uploadedById: string | null,
): Promise<Picture> {
  const data = { ...facts, ...texts, caption, credit, uploadedById }
  const { count } = await tx.image.createMany({ data: [data], skipDuplicates: true })
  const where = { hash: facts.hash }
  const picture = await tx.image.findUniqueOrThrow({ where, select: pictureSelect })
  if (count > 0) await indexPictures(tx, [picture])
  return picture
}

/**
 * Adds a picture to the library; the same bytes again give the picture that is there. The file is validated and written
 * before the transaction: a file without a row is shown to nobody.
 */
export const uploadPicture = defineCommand({
  name: 'uploadPicture',
  permission: 'picture',
  input: uploadTextInput.extend({ bytes: z.instanceof(Buffer) }),
  omitFromAudit: ['bytes'],
  prepare: async (_, { bytes }) => {
    const check = await validateImage(bytes)
    if (!check.ok) return refusalByReason[check.reason]
    await writeFileAtomically(originalPath(check.metadata.hash), check.master)
    return check
  },
  run: async ({ tx, actor, prepared }, { bytes: _, ...texts }) => ({
    change: { kind: 'nothing' },
    picture: await findOrCreatePicture(tx, prepared.metadata, texts, userIdOf(actor)),
  }),
})

/** Whether readers have it before them, or will from a planned hour on. */
async function isPublicOrScheduled(tx: TransactionClient, pictureId: number): Promise<boolean> {
  const article = { publicAt: { not: null } }
  return (await tx.pictureUse.count({ where: { pictureId, place: 'story', article } })) > 0
}

/**
 * A picture is the desk's, and its sender's until readers have it before them. Until the transaction ends nobody else
 * changes it, or shows it anew.
 */
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

/** Says what a picture shows, whose it is and where it may be cropped. Stories that show it are made anew. */
export const describePicture = defineCommand({
  name: 'describePicture',
  permission: 'picture',
  input: describeInput,
  run: async ({ tx, actor }, { id, ...texts }) => {
    const refusal = await checkOwnership(tx, id, actor)
    if (refusal) return refusal
    const data = Object.fromEntries(
      Object.entries(texts).filter(([, value]) => value !== undefined),
    )
    const picture = await tx.image.update({ where: { id }, data, select: pictureSelect })
    await indexPictures(tx, [picture])
    return { change: { kind: 'picture', shownIn: await placementsOfPicture(tx, id) }, picture }
  },
})

/**
 * Takes a picture away, for good: refused while a story shows it or is being written with it. Earlier states of stories
 * that showed it lose it; what readers or others have kept of it is theirs.
 */
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
