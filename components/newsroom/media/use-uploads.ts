import pLimit from 'p-limit'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Picture } from '@/lib/content-model/article'
import type { Refusal } from '@/lib/outcome'
import { randomId } from '../random-id'
import { listPendingUploads, removePendingUploads, savePendingUpload } from './pending-uploads'
import { pageClosedReason, UploadRefusedError, uploadPictureFile } from './upload-picture'

/** An upload as the list shows it. */
export type UploadItem = {
  key: string
  file: File
  state: 'waiting' | 'sending' | 'taken' | 'refused'
  /** The uploaded part, from 0 to 1. */
  fraction: number
  refusal?: Refusal
  picture?: Picture
}

// More parallel uploads would share the same bandwidth and lose more at each interruption.
const maxConcurrent = 3

const isAborted = (controller: AbortController) => controller.signal.aborted

/** Runs `send` unless another tab is sending the same file; returns whether it ran. */
async function withUploadLock(key: string, send: () => Promise<void>): Promise<boolean> {
  // Web Locks exist only on https and localhost.
  if (!navigator.locks) {
    await send()
    return true
  }
  return await navigator.locks.request(`upload:${key}`, { ifAvailable: true }, async (lock) => {
    if (lock) await send()
    return lock !== null
  })
}

/**
 * The uploads of a page. Each has its own progress and can be cancelled or retried separately.
 * @param userId keeps them in this person's browser, so that they go on when the page is loaded anew; left out, they
 * are only as long as the page
 */
export function useUploads(onPicture: (picture: Picture) => void, userId?: string) {
  const [items, setItems] = useState<UploadItem[]>([])
  const running = useRef(new Map<string, AbortController>())
  const limiter = useRef(pLimit(maxConcurrent))
  const notifyUploaded = useRef(onPicture)
  useEffect(() => {
    notifyUploaded.current = onPicture
  })

  useEffect(
    () => () => {
      for (const controller of running.current.values()) controller.abort(pageClosedReason)
    },
    [],
  )

  const change = useCallback((key: string, to: Partial<UploadItem>) => {
    setItems((all) => all.map((each) => (each.key === key ? { ...each, ...to } : each)))
  }, [])
  const removeItem = useCallback((key: string) => {
    setItems((all) => all.filter((each) => each.key !== key))
  }, [])
  const forgetPending = useCallback(
    (key: string) => userId && void removePendingUploads(userId, [key]),
    [userId],
  )

  const send = useCallback(
    async (key: string, file: File, controller: AbortController) => {
      change(key, { state: 'sending' })
      try {
        const onProgress = (fraction: number) => change(key, { fraction })
        const picture = await uploadPictureFile(file, onProgress, controller.signal)
        change(key, { state: 'taken', fraction: 1, picture })
        forgetPending(key)
        notifyUploaded.current(picture)
      } catch (error) {
        if (isAborted(controller)) return
        const refusal = error instanceof UploadRefusedError ? error.reason : 'uploadFailed'
        change(key, { state: 'refused', refusal })
        // A lost network or an ended session is no error of the file: the upload resumes later.
        if (refusal !== 'uploadFailed' && refusal !== 'notSignedIn') forgetPending(key)
      }
    },
    [change, forgetPending],
  )
  const run = useCallback(
    async (key: string, file: File) => {
      const controller = new AbortController()
      running.current.set(key, controller)
      await limiter.current(async () => {
        if (isAborted(controller)) return
        if (!(await withUploadLock(key, () => send(key, file, controller)))) removeItem(key)
      })
      running.current.delete(key)
    },
    [send, removeItem],
  )
  const begin = useCallback(
    (files: [key: string, file: File][]) => {
      const waiting = files.map(
        ([key, file]): UploadItem => ({ key, file, state: 'waiting', fraction: 0 }),
      )
      setItems((all) => [...all, ...waiting])
      for (const [key, file] of files) void run(key, file)
    },
    [run],
  )

  const hasBegun = useRef(false)
  useEffect(() => {
    if (!userId || hasBegun.current) return
    hasBegun.current = true
    void listPendingUploads(userId).then(begin)
  }, [userId, begin])

  const add = useCallback(
    (files: Iterable<File>) => {
      const named = [...files].map((file): [string, File] => [randomId(), file])
      begin(named)
      if (userId) for (const [key, file] of named) void savePendingUpload(userId, key, file)
    },
    [begin, userId],
  )
  const retry = useCallback(
    ({ key, file }: UploadItem) => {
      change(key, { state: 'waiting', fraction: 0, refusal: undefined })
      void run(key, file)
    },
    [change, run],
  )
  /** Cancels the upload, or removes a finished one from the list. */
  const remove = useCallback(
    ({ key }: UploadItem) => {
      running.current.get(key)?.abort()
      forgetPending(key)
      removeItem(key)
    },
    [forgetPending, removeItem],
  )
  return { sent: items, add, retry, remove }
}
