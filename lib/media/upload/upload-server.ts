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

/** What the protocol's library keeps of an upload is our row of it. */
const uploadConfigStore = {
  get: async (id: string) => {
    const row = await db().upload.findUnique({ where: { id } })
    // What was taken or refused takes no more bytes.
    if (!row || row.pictureId || row.refusal) return undefined
    return new Upload({
      id,
      size: row.bytes,
      offset: 0,
      creation_date: row.createdAt.toISOString(),
    })
  },
  // `beginUpload` wrote it.
  set: async () => {},
  // `deleteUpload` deletes it, for its owner alone.
  delete: async () => {},
}

/** Refused as the protocol's library wants it thrown; the body is a key of "refusals". */
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

/** Whoever sends something pays for the cleaning, now and then. */
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

// One for the process, however often the bundler loads this module: it holds the locks of what is being written.
const globalState = globalThis as { __dainikUploads?: Server }

async function handleTusRequest(request: Request, actor: Actor): Promise<Response> {
  globalState.__dainikUploads ??= createTusServer()
  actors.set(request, actor)
  return globalState.__dainikUploads.handleWeb(request)
}

/** Answers the first request of the protocol, for somebody who may send pictures. */
export async function handleUploadCreation(request: Request, actor: Actor): Promise<Response> {
  await cleanUpPeriodically()
  return handleTusRequest(request, actor)
}

/** Answers a request about an upload that was begun; null when it is not that person's, or none. */
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
