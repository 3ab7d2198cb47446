import 'server-only'
import type { z } from 'zod'
import type { DbSession } from '@/lib/db/client'
import { checkPicture, type PictureRefusal, type pictureInput } from './input'
import { keepFile, originalPath } from './store'

export type AddPictureOutcome = { ok: true; id: number } | { ok: false; reason: PictureRefusal }

/** Takes a picture into the archive; the same bytes again give the picture that is there. */
export async function addPicture(
  session: DbSession,
  bytes: Buffer,
  words: z.output<typeof pictureInput>,
): Promise<AddPictureOutcome> {
  const check = await checkPicture(bytes)
  if (!check.ok) return check
  const { facts } = check
  const existing = await session.image.findUnique({ where: { hash: facts.hash } })
  // The file first: a row without its file would show readers a broken picture.
  await keepFile(originalPath(facts.hash), bytes)
  if (existing) return { ok: true, id: existing.id }
  const { caption = null, credit = null, ...rest } = words
  // Somebody else may have sent the same picture meanwhile.
  await session.image.createMany({
    data: [{ ...facts, ...rest, caption, credit }],
    skipDuplicates: true,
  })
  const image = await session.image.findUniqueOrThrow({ where: { hash: facts.hash } })
  return { ok: true, id: image.id }
}
