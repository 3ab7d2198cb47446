import { useCallback, useEffect, useRef, useState } from 'react'
import { useOpenStory } from '@/components/newsroom/story/open-story.client'
import type { Decision, PublishingState } from '@/lib/newsroom/publish/publishing-state'
import type { Refusal } from '@/lib/outcome'
import { type PublishingDto, parsePublishing } from './parse-publishing'

export type PublishError = Refusal | 'offline' | 'unsaved'

/** What a decision came to. */
export type DecisionResult = { ok: true } | { ok: false; reason: PublishError; fields: string[] }

const pollIntervalMs = 1_000
const publishingPath = (id: number) => `/newsroom/publishing/${id}`

type PublishingResponse = { ok?: boolean; reason?: Refusal; fields?: string[] }

async function send(id: number, payload: object): Promise<DecisionResult> {
  try {
    const response = await fetch(publishingPath(id), {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(payload),
      redirect: 'error',
    })
    const { ok, reason = 'invalid', fields = [] } = (await response.json()) as PublishingResponse
    return ok ? { ok } : { ok: false, reason, fields }
  } catch {
    // No line, or a server that ended meanwhile: whether it was carried out shows when the story is asked for again.
    return { ok: false, reason: 'offline', fields: [] }
  }
}

/** Whether there is a look at readers' pages to wait for. */
const isCheckRunning = ({ publicationCheck, isCheckPending }: PublishingState) =>
  isCheckPending || (publicationCheck !== null && publicationCheck.doneAt === null)

/** How the open story stands on its way to readers, asked anew whenever it changes and while a publicationCheck is under way. */
export function usePublishing() {
  const story = useOpenStory()
  const { id, version, status, copyVersion } = story.state
  const [publishing, setPublishing] = useState<PublishingState | null>(null)
  const [failure, setFailure] = useState<PublishError | null>(null)

  const refetch = useCallback(async () => {
    try {
      const response = await fetch(publishingPath(id), { redirect: 'error' })
      const body: unknown = await response.json()
      if (response.ok) setPublishing(parsePublishing(body as PublishingDto))
      setFailure(response.ok ? null : ((body as PublishingResponse).reason ?? 'offline'))
    } catch {
      // No line, or no answer of ours: told on the panel, and what was known stays there.
      setFailure('offline')
    }
  }, [id])

  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of the story is what to ask after
  useEffect(() => void refetch(), [refetch, version, status])

  const isPolling = publishing !== null && isCheckRunning(publishing)
  useEffect(() => {
    if (!isPolling) return
    const timer = setInterval(() => document.hidden || void refetch(), pollIntervalMs)
    return () => clearInterval(timer)
  }, [isPolling, refetch])

  const running = useRef(false)
  const [isBusy, setBusy] = useState(false)
  /** Saves what was typed, has it decided, and looks what came of it. The second of two clicks does nothing. */
  const decide = async (
    decision: Decision,
    payload: object = {},
  ): Promise<DecisionResult | null> => {
    if (running.current) return null
    running.current = true
    setBusy(true)
    try {
      const savedVersion = story.readOnly ? copyVersion : await story.flush()
      if (savedVersion === null) return { ok: false, reason: 'unsaved', fields: [] }
      const ref = { expectedVersion: version, copyVersion: savedVersion }
      const result = await send(id, { decision, ...ref, ...payload })
      await Promise.all([story.refresh(), refetch()])
      return result
    } finally {
      running.current = false
      setBusy(false)
    }
  }

  return { publishing, failure, isBusy, decide, ask: refetch }
}

export type SubmitDecision = ReturnType<typeof usePublishing>['decide']
