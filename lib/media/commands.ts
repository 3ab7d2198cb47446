import 'server-only'
import type { z } from 'zod'
import type { Picture } from '@/lib/articles/article'
import { pictureSelect } from '@/lib/articles/rows'
import { perform } from '@/lib/auth/perform'
import { type Actor, whyNot } from '@/lib/auth/roles'
import type { Db, DbSession } from '@/lib/db/client'
import type { Done, Outcome, Refusal } from '@/lib/outcome'
import { checkPicture, type PictureFacts, type PictureRefusal } from './honest-picture'
import { putPictureWords } from './index-words'
import { describeInput, type pictureInput, pictureRef, uploadWords } from './input'
import { dropFiles, keepFile, originalPath } from './store'
import { placesOfPicture } from './uses'

export type AddPictureOutcome = { ok: true; id: number } | { ok: false; reason: PictureRefusal }

/** Takes a picture into the archive for the installation itself; the same bytes again give the picture that is there. */
export async function addPicture(
  session: DbSession,
  bytes: Buffer,
  words: z.output<typeof pictureInput>,
): Promise<AddPictureOutcome> {
  const check = await checkPicture(bytes)
  if (!check.ok) return check
  const { facts, master } = check
  const existing = await session.image.findUnique({ where: { hash: facts.hash } })
  // The file first: a row without its file would show readers a broken picture.
  await keepFile(originalPath(facts.hash), master)
  if (existing) return { ok: true, id: existing.id }
  const { caption = null, credit = null, ...rest } = words
  // Somebody else may have sent the same picture meanwhile.
  await session.image.createMany({
    data: [{ ...facts, ...rest, caption, credit }],
    skipDuplicates: true,
  })
  const image = await session.image.findUniqueOrThrow({ where: { hash: facts.hash } })
  await putPictureWords(session, [image])
  return { ok: true, id: image.id }
}

const refusalOf: Record<PictureRefusal, Refusal> = {
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

export type PictureDone = Done & { picture: Picture }

/** The picture's row, by whoever sent the same bytes first. */
async function rowOf(
  session: DbSession,
  facts: PictureFacts,
  { caption = null, credit = null, ...words }: z.output<typeof uploadWords>,
  uploadedById: string | null,
): Promise<Picture> {
  const data = { ...facts, ...words, caption, credit, uploadedById }
  const { count } = await session.image.createMany({ data: [data], skipDuplicates: true })
  const where = { hash: facts.hash }
  const picture = await session.image.findUniqueOrThrow({ where, select: pictureSelect })
  if (count > 0) await putPictureWords(session, [picture])
  return picture
}

/**
 * Takes in a picture that somebody sent; the same bytes again give the picture that is there. Its file is looked at and
 * kept before the transaction: neither belongs into one, and a file without a row is shown to nobody.
 */
export async function uploadPicture(
  db: Db,
  actor: Actor | null,
  { bytes, ...words }: z.input<typeof uploadWords> & { bytes: Buffer },
): Promise<Outcome<PictureDone>> {
  const refusal = whyNot(actor, 'picture')
  if (refusal) return { ok: false, reason: refusal }
  const check = await checkPicture(bytes)
  if (!check.ok) return { ok: false, reason: refusalOf[check.reason] }
  await keepFile(originalPath(check.facts.hash), check.master)
  const errand = { act: 'uploadPicture', deed: 'picture', schema: uploadWords } as const
  return perform(db, actor, {
    ...errand,
    input: words,
    run: async (session, said, { id, role }) => ({
      change: { kind: 'nothing' },
      picture: await rowOf(session, check.facts, said, role === 'system' ? null : id),
    }),
  })
}

/** Whether readers have it before them, or will from a planned hour on. */
async function isBeforeReaders(session: DbSession, pictureId: number): Promise<boolean> {
  const article = { publicAt: { not: null } }
  return (await session.pictureUse.count({ where: { pictureId, place: 'story', article } })) > 0
}

/**
 * A picture is the desk's, and its sender's until readers have it before them. Until the transaction ends nobody else
 * changes it, or shows it anew.
 */
async function whyNotTheirs(
  session: DbSession,
  id: number,
  { id: actorId, role }: Actor,
): Promise<Refusal | null> {
  const [known] = await session.$queryRaw<{ uploadedById: string | null }[]>`
    SELECT "uploadedById" FROM "Image" WHERE "id" = ${id} FOR UPDATE`
  if (!known) return 'noSuchPicture'
  if (role !== 'reporter') return null
  if (known.uploadedById !== actorId) return 'notYourPicture'
  return (await isBeforeReaders(session, id)) ? 'pictureBeforeReaders' : null
}

/** Says what a picture shows, whose it is and where it may be cropped. Stories that show it are made anew. */
export function describePicture(
  db: Db,
  actor: Actor | null,
  input: z.input<typeof describeInput>,
): Promise<Outcome<PictureDone>> {
  const errand = { act: 'describePicture', deed: 'picture', schema: describeInput, input } as const
  return perform(db, actor, {
    ...errand,
    run: async (session, { id, ...words }, actor) => {
      const refusal = await whyNotTheirs(session, id, actor)
      if (refusal) return refusal
      const data = Object.fromEntries(
        Object.entries(words).filter(([, value]) => value !== undefined),
      )
      const picture = await session.image.update({ where: { id }, data, select: pictureSelect })
      await putPictureWords(session, [picture])
      return { change: { kind: 'picture', shownIn: await placesOfPicture(session, id) }, picture }
    },
  })
}

/**
 * Takes a picture away, for good: refused while a story shows it or is being written with it. Earlier states of stories
 * that showed it lose it; what readers or others have kept of it is theirs.
 */
export async function deletePicture(
  db: Db,
  actor: Actor | null,
  input: z.input<typeof pictureRef>,
): Promise<Outcome<Done & { hash: string }>> {
  const errand = { act: 'deletePicture', deed: 'picture', schema: pictureRef, input } as const
  const outcome = await perform(db, actor, {
    ...errand,
    run: async (session, { id }, actor) => {
      const refusal = await whyNotTheirs(session, id, actor)
      if (refusal) return refusal
      const shown = { pictureId: id, place: { not: 'history' } }
      if ((await session.pictureUse.count({ where: shown })) > 0) return 'pictureInUse'
      await session.pictureUse.deleteMany({ where: { pictureId: id } })
      const { hash } = await session.image.delete({ where: { id }, select: { hash: true } })
      return { change: { kind: 'nothing' }, hash }
    },
  })
  if (outcome.ok) await dropFiles({ id: input.id, hash: outcome.hash })
  return outcome
}
