import 'server-only'
import { randomBytes } from 'node:crypto'
import { readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { pictureSelect } from '@/lib/articles/rows'
import { type Actor, userIdOf } from '@/lib/auth/permissions'
import { defineCommand } from '@/lib/commands/command'
import type { Picture } from '@/lib/content-model/article'
import type { Db, TransactionClient } from '@/lib/db/client'
import { findOrCreatePicture, storePictureFile } from '@/lib/media/commands'
import { uploadPath, uploadsFolder } from '@/lib/media/files/file-store'
import type { ImageMetadata } from '@/lib/media/files/validate-image'
import { uploadInput, uploadRef } from '@/lib/media/input'
import type { CommandResult, Refusal } from '@/lib/outcome'
import { uploadTtlMs } from './upload'

// An identifier that cannot be one is of no upload.
const anyUploadRef = z.object({ id: uploadRef.shape.id.catch('') })

// The quota of a user's unfinished uploads.
const maxPendingUploads = 60
const maxPendingBytes = 600 * 1024 * 1024
// Beyond the quota, an upload that was idle this long is dropped.
const idleMs = 60 * 60_000

type UnfinishedUpload = { id: string; bytes: number; createdAt: Date }
const exceedsQuota = (pending: UnfinishedUpload[], bytes: number) =>
  pending.length >= maxPendingUploads ||
  pending.reduce((sum, each) => sum + each.bytes, bytes) > maxPendingBytes

async function lastModifiedMs({ id, createdAt }: UnfinishedUpload): Promise<number> {
  // There is no file before the first byte.
  const file = await stat(uploadPath(id)).catch(() => null)
  return file?.mtimeMs ?? createdAt.getTime()
}

/** Makes room in the user's quota, dropping the oldest idle uploads if needed; false when there is none. */
async function freeQuota(tx: TransactionClient, ownerId: string, bytes: number, now: Date) {
  // Serialized, so that concurrent uploads cannot exceed the quota together.
  await tx.$queryRaw`SELECT 1 FROM "User" WHERE "id" = ${ownerId} FOR NO KEY UPDATE`
  const pending = await tx.upload.findMany({
    where: { ownerId, pictureId: null, refusal: null },
    orderBy: { createdAt: 'asc' },
    select: { id: true, bytes: true, createdAt: true },
  })
  for (const oldest of [...pending]) {
    if (!exceedsQuota(pending, bytes)) return true
    if (now.getTime() - (await lastModifiedMs(oldest)) < idleMs) return false
    await tx.upload.delete({ where: { id: oldest.id } })
    pending.shift()
  }
  return !exceedsQuota(pending, bytes)
}

/** Begins an upload, which may be resumed. */
export const beginUpload = defineCommand({
  name: 'beginUpload',
  permission: 'picture',
  input: uploadInput,
  skipsAudit: true,
  run: async ({ tx, actor: { id: ownerId }, now }, { bytes }) => {
    if (!(await freeQuota(tx, ownerId, bytes, now))) return 'tooManyUploads'
    const id = randomBytes(16).toString('hex')
    await tx.upload.create({ data: { id, ownerId, bytes, createdAt: now } })
    return { change: { kind: 'nothing' }, id }
  },
})

async function findBytes(id: string, expected: number): Promise<Buffer | null> {
  // The file exists from the first byte until the upload is complete.
  const bytes = await readFile(uploadPath(id)).catch(() => null)
  return bytes?.length === expected ? bytes : null
}

/** An upload's picture once it was taken, or its metadata, or why it is no picture. */
type CheckedUpload = { picture: Picture } | { metadata: ImageMetadata } | { refusal: Refusal }

async function checkUpload(db: Db, ownerId: string, id: string): Promise<CheckedUpload | Refusal> {
  const row = await db.upload.findFirst({
    where: { id, ownerId },
    include: { picture: { select: pictureSelect } },
  })
  if (!row) return 'noSuchUpload'
  if (row.picture) return { picture: row.picture }
  if (row.refusal) return row.refusal as Refusal
  const bytes = await findBytes(id, row.bytes)
  if (!bytes) return 'uploadUnfinished'
  const metadata = await storePictureFile(bytes)
  return typeof metadata === 'string' ? { refusal: metadata } : { metadata }
}

type Completed = CommandResult & ({ picture: Picture } | { refusal: Refusal })

/**
 * Adds a picture whose bytes are all there to the library. Sent again, because its answer was lost or the server died
 * over it, it answers the same: a refusal is stored with the upload.
 */
export const completeUpload = defineCommand<typeof anyUploadRef, Completed, CheckedUpload>({
  name: 'uploadPicture',
  permission: 'picture',
  input: anyUploadRef,
  prepare: ({ db, actor }, { id }) => checkUpload(db, actor.id, id),
  run: async ({ tx, actor, prepared }, { id }) => {
    const change = { kind: 'nothing' } as const
    if ('picture' in prepared) return { change, picture: prepared.picture }
    if ('refusal' in prepared) {
      const { refusal } = prepared
      await tx.upload.updateMany({ where: { id }, data: { refusal } })
      return { change, refusal }
    }
    const picture = await findOrCreatePicture(tx, prepared.metadata, userIdOf(actor))
    await tx.upload.updateMany({ where: { id }, data: { pictureId: picture.id } })
    return { change, picture }
  },
  afterCommit: (_, { id }) => rm(uploadPath(id), { force: true }),
})

/** Forgets an upload; its bytes go with the file. */
export const deleteUpload = defineCommand({
  name: 'deleteUpload',
  permission: 'picture',
  input: uploadRef,
  skipsAudit: true,
  run: async ({ tx, actor }, { id }) => {
    await tx.upload.deleteMany({ where: { id, ownerId: actor.id } })
    return { change: { kind: 'nothing' } }
  },
})

/** Whether the upload belongs to the actor. */
export async function isOwnUpload(db: Db, actor: Actor, id: string): Promise<boolean> {
  const ref = uploadRef.safeParse({ id })
  return ref.success && (await db.upload.count({ where: { id, ownerId: actor.id } })) > 0
}

/** Deletes uploads older than a day, and files without a row. */
export const deleteExpiredUploads = defineCommand({
  name: 'deleteExpiredUploads',
  permission: 'finalize',
  input: z.object({}),
  skipsAudit: true,
  run: async ({ tx, now }) => {
    const before = new Date(now.getTime() - uploadTtlMs)
    await tx.upload.deleteMany({ where: { createdAt: { lt: before } } })
    return { change: { kind: 'nothing' }, before }
  },
  afterCommit: async ({ before }) => {
    const names = await readdir(uploadsFolder()).catch(() => [])
    for (const name of names) {
      const path = join(uploadsFolder(), name)
      // Another instance may have deleted it.
      const file = await stat(path).catch(() => null)
      if (file && file.mtimeMs < before.getTime()) await rm(path, { force: true })
    }
  },
})
