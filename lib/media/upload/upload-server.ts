import 'server-only'
import { FileStore } from '@tus/file-store'
import { Server, Upload } from '@tus/server'
import type { Actor } from '@/lib/auth/permissions'
import { schedulerActor } from '@/lib/auth/system-actors'
import { paperNow } from '@/lib/clock'
import { runCommand } from '@/lib/commands/command'
import { db } from '@/lib/db/client'
import { uploadsFolder } from '@/lib/media/files/file-store'
import { maxUploadBytes } from '@/lib/media/files/picture'
import { uploadsPath, uploadTtlMs } from './upload'
import { beginUpload, deleteExpiredUploads, deleteUpload, isOwnUpload } from './upload-commands'

/** The tus library's store of uploads: the table `Upload`. */
const uploadConfigStore = {
  get: async (id: string) => {
    const row = await db().upload.findUnique({ where: { id } })
    // A finished or refused upload takes no more bytes.
    if (!row || row.pictureId || row.refusal) return undefined
    return new Upload({
      id,
      size: row.bytes,
      offset: 0,
      creation_date: row.createdAt.toISOString(),
    })
  },
  // `beginUpload` writes the row.
  set: async () => {},
  // `deleteUpload` deletes it, for its owner alone.
  delete: async () => {},
}

/** A refusal in the form that the tus library expects; `body` is a key of "refusals". */
const uploadError = (status_code: number, body: string) => ({ status_code, body })

async function createUpload(request: Request, actor: Actor | undefined): Promise<string> {
  const bytes = Number(request.headers.get('upload-length') ?? Number.NaN)
  if (bytes > maxUploadBytes) throw uploadError(413, 'pictureTooLarge')
  if (bytes === 0) throw uploadError(400, 'pictureEmpty')
  const outcome = await runCommand(db(), actor ?? null, beginUpload, { bytes }, paperNow())
  if (!outcome.ok)
    throw uploadError(outcome.reason === 'tooManyUploads' ? 429 : 400, outcome.reason)
  return outcome.id
}

const cleanupIntervalMs = 10 * 60_000
let lastCleanupAt = 0

/** Deletes expired uploads, at most once in an interval. */
async function cleanUpPeriodically(): Promise<void> {
  const now = Date.now()
  if (now - lastCleanupAt < cleanupIntervalMs) return
  lastCleanupAt = now
  await runCommand(db(), schedulerActor, deleteExpiredUploads, {}, new Date(now))
}

const actors = new WeakMap<Request, Actor>()

const createTusServer = () =>
  new Server({
    path: uploadsPath,
    relativeLocation: true,
    allowedOrigins: [],
    maxSize: maxUploadBytes,
    datastore: new FileStore({
      directory: uploadsFolder(),
      configstore: uploadConfigStore,
      expirationPeriodInMilliseconds: uploadTtlMs,
    }),
    namingFunction: (request) => createUpload(request, actors.get(request)),
  })

// On globalThis: the bundler may load this module more than once, and the server holds the locks of uploads.
const globalState = globalThis as { __dainikUploads?: Server }

async function handleTusRequest(request: Request, actor: Actor): Promise<Response> {
  globalState.__dainikUploads ??= createTusServer()
  actors.set(request, actor)
  return globalState.__dainikUploads.handleWeb(request)
}

/** Handles the first request of an upload. */
export async function handleUploadCreation(request: Request, actor: Actor): Promise<Response> {
  await cleanUpPeriodically()
  return handleTusRequest(request, actor)
}

/** Handles a later request of an upload; null when it is not the actor's. */
export async function handleUploadRequest(
  request: Request,
  actor: Actor,
  id: string,
): Promise<Response | null> {
  if (!(await isOwnUpload(db(), actor, id))) return null
  const response = await handleTusRequest(request, actor)
  if (request.method === 'DELETE' && response.ok)
    await runCommand(db(), actor, deleteUpload, { id })
  return response
}
