import pLimit from 'p-limit'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { Picture } from '@/lib/articles/article'
import type { Refusal } from '@/lib/outcome'
import { forgetSent, keepSent, listSent } from './kept-files'
import { leftPage, UploadRefused, uploadPicture } from './upload'

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

// Not `randomUUID`: a newsroom in its own house may be without encryption, where browsers do not have it.
const newKey = () =>
  [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')

const isStopped = (stop: AbortController) => stop.signal.aborted

/** Runs `send` unless another tab is sending the same; answers whether it did. */
async function onlyHere(key: string, send: () => Promise<void>): Promise<boolean> {
  // Not there where the line is not encrypted, save on the machine itself.
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
 * Files that are being sent: many at once, each with its progress, called off or tried again by itself.
 * @param personId keeps them in this person's browser, so that they go on when the page is loaded anew; left out, they
 * are only as long as the page
 */
export function useUploads(onPicture: (picture: Picture) => void, personId?: string) {
  const [sent, setSent] = useState<Sent[]>([])
  const running = useRef(new Map<string, AbortController>())
  const inTurn = useRef(pLimit(atOnce))
  const tell = useRef(onPicture)
  useEffect(() => {
    tell.current = onPicture
  })

  useEffect(
    () => () => {
      for (const stop of running.current.values()) stop.abort(leftPage)
    },
    [],
  )

  const change = useCallback((key: string, to: Partial<Sent>) => {
    setSent((all) => all.map((each) => (each.key === key ? { ...each, ...to } : each)))
  }, [])
  const drop = useCallback((key: string) => {
    setSent((all) => all.filter((each) => each.key !== key))
  }, [])
  const forget = useCallback(
    (key: string) => personId && void forgetSent(personId, [key]),
    [personId],
  )

  const send = useCallback(
    async (key: string, file: File, stop: AbortController) => {
      change(key, { state: 'sending' })
      try {
        const onProgress = (fraction: number) => change(key, { fraction })
        const picture = await uploadPicture(file, onProgress, stop.signal)
        change(key, { state: 'taken', fraction: 1, picture })
        forget(key)
        tell.current(picture)
      } catch (error) {
        if (isStopped(stop)) return
        const refusal = error instanceof UploadRefused ? error.reason : 'uploadFailed'
        change(key, { state: 'refused', refusal })
        // A line that is away, or a session that ended, is no fault of the file's: it goes on the next time.
        if (refusal !== 'uploadFailed' && refusal !== 'notSignedIn') forget(key)
      }
    },
    [change, forget],
  )
  const run = useCallback(
    async (key: string, file: File) => {
      const stop = new AbortController()
      running.current.set(key, stop)
      await inTurn.current(async () => {
        if (isStopped(stop)) return
        if (!(await onlyHere(key, () => send(key, file, stop)))) drop(key)
      })
      running.current.delete(key)
    },
    [send, drop],
  )
  const begin = useCallback(
    (files: [key: string, file: File][]) => {
      const waiting = files.map(
        ([key, file]): Sent => ({ key, file, state: 'waiting', fraction: 0 }),
      )
      setSent((all) => [...all, ...waiting])
      for (const [key, file] of files) void run(key, file)
    },
    [run],
  )

  const hasBegun = useRef(false)
  useEffect(() => {
    if (!personId || hasBegun.current) return
    hasBegun.current = true
    void listSent(personId).then(begin)
  }, [personId, begin])

  const add = useCallback(
    (files: Iterable<File>) => {
      const named = [...files].map((file): [string, File] => [newKey(), file])
      begin(named)
      if (personId) for (const [key, file] of named) void keepSent(personId, key, file)
    },
    [begin, personId],
  )
  const retry = useCallback(
    ({ key, file }: Sent) => {
      change(key, { state: 'waiting', fraction: 0, refusal: undefined })
      void run(key, file)
    },
    [change, run],
  )
  /** Calls it off, or takes its line away when it is done. */
  const remove = useCallback(
    ({ key }: Sent) => {
      running.current.get(key)?.abort()
      forget(key)
      drop(key)
    },
    [forget, drop],
  )
  return { sent, add, retry, remove }
}
