import { useCallback, useEffect, useRef, useState } from 'react'
import { useOpenStory } from '@/components/newsroom/story/open-story.client'
import type { Decision, Publishing } from '@/lib/newsroom/publishing'
import type { Refusal } from '@/lib/outcome'
import { type PublishingOnWire, readPublishing } from './read-publishing'

export type Problem = Refusal | 'offline' | 'unsaved'

/** What a decision came to. */
export type Decided = { ok: true } | { ok: false; reason: Problem; fields: string[] }

const askEveryMs = 1_000
const addressOf = (id: number) => `/newsroom/publishing/${id}`

type Answer = { ok?: boolean; reason?: Refusal; fields?: string[] }

async function send(id: number, what: object): Promise<Decided> {
  try {
    const response = await fetch(addressOf(id), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(what),
      redirect: 'error',
    })
    const { ok, reason = 'invalid', fields = [] } = (await response.json()) as Answer
    return ok ? { ok } : { ok: false, reason, fields }
  } catch {
    // No line, or a server that ended meanwhile: whether it was carried out shows when the story is asked for again.
    return { ok: false, reason: 'offline', fields: [] }
  }
}

/** Whether there is a look at readers' pages to wait for. */
const isProving = ({ proof, isProofAwaited }: Publishing) =>
  isProofAwaited || (proof !== null && proof.doneAt === null)

/** How the open story stands on its way to readers, asked anew whenever it changes and while a proof is under way. */
export function usePublishing() {
  const story = useOpenStory()
  const { id, version, status, copyVersion } = story.state
  const [publishing, setPublishing] = useState<Publishing | null>(null)
  const [failure, setFailure] = useState<Problem | null>(null)

  const ask = useCallback(async () => {
    try {
      const response = await fetch(addressOf(id), { redirect: 'error' })
      const answer: unknown = await response.json()
      if (response.ok) setPublishing(readPublishing(answer as PublishingOnWire))
      setFailure(response.ok ? null : ((answer as Answer).reason ?? 'offline'))
    } catch {
      // No line, or no answer of ours: told on the panel, and what was known stays there.
      setFailure('offline')
    }
  }, [id])

  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of the story is what to ask after
  useEffect(() => void ask(), [ask, version, status])

  const isWaiting = publishing !== null && isProving(publishing)
  useEffect(() => {
    if (!isWaiting) return
    const timer = setInterval(() => document.hidden || void ask(), askEveryMs)
    return () => clearInterval(timer)
  }, [isWaiting, ask])

  const running = useRef(false)
  const [isBusy, setBusy] = useState(false)
  /** Saves what was typed, has it decided, and looks what came of it. The second of two clicks does nothing. */
  const decide = async (decision: Decision, given: object = {}): Promise<Decided | null> => {
    if (running.current) return null
    running.current = true
    setBusy(true)
    try {
      const written = story.readOnly ? copyVersion : await story.flush()
      if (written === null) return { ok: false, reason: 'unsaved', fields: [] }
      const ref = { expectedVersion: version, copyVersion: written }
      const decided = await send(id, { decision, ...ref, ...given })
      await Promise.all([story.refresh(), ask()])
      return decided
    } finally {
      running.current = false
      setBusy(false)
    }
  }

  return { publishing, failure, isBusy, decide, ask }
}

export type Decider = ReturnType<typeof usePublishing>['decide']
