import pLimit from 'p-limit'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Picture } from '@/lib/articles/article'
import type { Refusal } from '@/lib/outcome'
import { UploadRefused, uploadPicture } from './upload'

/** A file on its way into the archive, as its line in the list shows it. */
export type Sent = {
  key: string
  file: File
  state: 'waiting' | 'sending' | 'taken' | 'refused'
  /** How much of it is there, from 0 to 1. */
  fraction: number
  refusal?: Refusal
  picture?: Picture
}

// More would only share the line, and each break would lose more.
const atOnce = 3

/** Files that are being sent: many at once, each with its progress, called off or tried again by itself. */
export function useUploads(onPicture: (picture: Picture) => void) {
  const [sent, setSent] = useState<Sent[]>([])
  const running = useRef(new Map<string, AbortController>())
  const inTurn = useRef(pLimit(atOnce))
  const tell = useRef(onPicture)
  useEffect(() => {
    tell.current = onPicture
  })
  // Whoever leaves the page goes on from there the next time: what is there already stays at the server.
  useEffect(() => () => inTurn.current.clearQueue(), [])

  const change = useCallback((key: string, to: Partial<Sent>) => {
    setSent((all) => all.map((each) => (each.key === key ? { ...each, ...to } : each)))
  }, [])

  const run = useCallback(
    async (key: string, file: File) => {
      const stop = new AbortController()
      running.current.set(key, stop)
      await inTurn.current(async () => {
        if (stop.signal.aborted) return
        change(key, { state: 'sending' })
        try {
          const onProgress = (fraction: number) => change(key, { fraction })
          const picture = await uploadPicture(file, onProgress, stop.signal)
          change(key, { state: 'taken', fraction: 1, picture })
          tell.current(picture)
        } catch (error) {
          if (stop.signal.aborted) return
          const refusal = error instanceof UploadRefused ? error.reason : 'uploadFailed'
          change(key, { state: 'refused', refusal })
        }
      })
      running.current.delete(key)
    },
    [change],
  )

  const add = useCallback(
    (files: Iterable<File>) => {
      const added = [...files].map(
        (file): Sent => ({ key: crypto.randomUUID(), file, state: 'waiting', fraction: 0 }),
      )
      setSent((all) => [...all, ...added])
      for (const { key, file } of added) void run(key, file)
    },
    [run],
  )
  const retry = useCallback(
    ({ key, file }: Sent) => {
      change(key, { state: 'waiting', fraction: 0, refusal: undefined })
      void run(key, file)
    },
    [change, run],
  )
  /** Calls it off, or takes its line away when it is done. */
  const remove = useCallback(({ key }: Sent) => {
    running.current.get(key)?.abort()
    setSent((all) => all.filter((each) => each.key !== key))
  }, [])
  return { sent, add, retry, remove }
}
