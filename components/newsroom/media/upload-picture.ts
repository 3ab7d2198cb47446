import type { PreviousUpload, Upload as TusUpload } from 'tus-js-client'
import type { Picture } from '@/lib/content-model/article'
import { maxUploadBytes } from '@/lib/media/files/picture'
import { uploadChunkBytes, uploadsPath } from '@/lib/media/upload/upload'
import type { Refusal } from '@/lib/outcome'
import { waitForConnection, waitWithBackoff } from './connection'

/** Why a picture was not taken; the message is a key of "refusals" in bn.json. */
export class UploadRefusedError extends Error {
  constructor(readonly reason: Refusal) {
    super(reason)
  }
}

/** The abort reason for an upload that resumes later: the server keeps the bytes received so far. */
export const pageClosedReason = 'left the page'

/** How often a request is retried when the server does not answer, not counting waits for the network. */
const maxUploadAttempts = 12

type UploadTask = { file: File; onProgress: (fraction: number) => void; signal: AbortSignal }

// Server errors (5xx, too many requests) are temporary; errors of the request (4xx) are final.
const isTransient = (status: number) =>
  status === 0 || status >= 500 || [404, 409, 410, 423].includes(status)

const isRefusal = (text: string): text is Refusal => /^[a-z][A-Za-z]{2,40}$/.test(text)

/** The refusal in a response; a response without one counts as no answer. */
const refusalOf = (text: string) => new UploadRefusedError(isRefusal(text) ? text : 'uploadFailed')

type TusError = { originalResponse?: { getStatus(): number; getBody(): string } | null }

async function tusUpload(file: File): Promise<TusUpload> {
  // Loaded with the first upload, not with the page.
  const { Upload } = await import('tus-js-client')
  return new Upload(file, { endpoint: uploadsPath, chunkSize: uploadChunkBytes, retryDelays: null })
}

/** One attempt to send the missing bytes. @throws UploadRefusedError, or the network error */
async function uploadOnce({ file, onProgress, signal }: UploadTask): Promise<string> {
  const upload = await tusUpload(file)
  const [previous] = await upload.findPreviousUploads()
  if (previous) upload.resumeFromPreviousUpload(previous)
  return new Promise((resolve, reject) => {
    const stop = () => {
      reject(signal.reason)
      // A cancelled upload is deleted at the server. Without this request it expires after a day.
      upload.abort(signal.reason !== pageClosedReason).catch(() => undefined)
    }
    signal.addEventListener('abort', stop, { once: true })
    upload.options.onProgress = (sent, total) => onProgress(sent / total)
    upload.options.onAfterResponse = (_, response) => {
      // This runs before the library drops the upload's address: after a new sign-in the upload resumes.
      if (response.getStatus() === 401) throw new UploadRefusedError('notSignedIn')
    }
    upload.options.onSuccess = () => {
      signal.removeEventListener('abort', stop)
      resolve(upload.url ?? '')
    }
    upload.options.onError = (error) => {
      signal.removeEventListener('abort', stop)
      const { originalResponse } = error as TusError
      const status = originalResponse?.getStatus() ?? 0
      const cause = 'causingError' in error ? error.causingError : null
      if (cause instanceof UploadRefusedError) reject(cause)
      else reject(isTransient(status) ? error : refusalOf(originalResponse?.getBody() ?? ''))
    }
    if (signal.aborted) stop()
    else upload.start()
  })
}

/** Whether the file is still the one that was chosen: a browser does not read one that was changed, moved or deleted since. */
async function isUnchanged(file: File): Promise<boolean> {
  try {
    await file.slice(-1).arrayBuffer()
    return true
  } catch {
    return false
  }
}

/** Requests the result of a complete upload. @throws UploadRefusedError, or the network error */
async function fetchUploadedPicture(url: string, signal: AbortSignal): Promise<Picture> {
  const response = await fetch(`${url}/picture`, { method: 'POST', signal })
  if (response.ok) return response.json()
  const text = await response.text()
  if (response.status >= 500) throw new Error(text)
  throw refusalOf(text)
}

/** Removes the stored upload address of the file. */
async function forgetUpload(file: File): Promise<void> {
  const upload = await tusUpload(file)
  const previousUploads: PreviousUpload[] = await upload.findPreviousUploads()
  for (const { urlStorageKey } of previousUploads) {
    await upload.options.urlStorage?.removeUpload(urlStorageKey)
  }
}

// The upload expired at the server or its files were lost: the file is sent from the start.
const isLost = (error: unknown) =>
  error instanceof UploadRefusedError && ['noSuchUpload', 'uploadUnfinished'].includes(error.reason)

async function uploadWithRetries(task: UploadTask): Promise<Picture> {
  const { file, signal } = task
  let url: string | null = null
  for (let attempt = 1; ; attempt += 1) {
    try {
      url ??= await uploadOnce(task)
      const picture = await fetchUploadedPicture(url, signal)
      await forgetUpload(file)
      return picture
    } catch (error) {
      signal.throwIfAborted()
      if (isLost(error)) url = null
      else if (error instanceof UploadRefusedError) {
        if (error.reason !== 'notSignedIn') await forgetUpload(file)
        throw error
      }
      if (url === null && !(await isUnchanged(file))) throw new UploadRefusedError('pictureChanged')
      if (attempt === maxUploadAttempts) throw new UploadRefusedError('uploadFailed')
      await waitForConnection(signal)
      await waitWithBackoff(attempt, signal)
    }
  }
}

/**
 * Sends a picture into the archive. A line that breaks, a server that starts anew, a page that is loaded anew (with the
 * same file) go on where it stopped; while there is no line it waits.
 * @param signal calls it off; with the reason `pageClosedReason` it only stops
 * @throws UploadRefusedError, or the signal's reason
 */
export async function uploadPictureFile(
  file: File,
  onProgress: (fraction: number) => void = () => {},
  signal: AbortSignal = new AbortController().signal,
): Promise<Picture> {
  if (file.size === 0) throw new UploadRefusedError('pictureEmpty')
  if (file.size > maxUploadBytes) throw new UploadRefusedError('pictureTooLarge')
  return uploadWithRetries({ file, onProgress, signal })
}
