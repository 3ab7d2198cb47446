import { useCallback, useEffect, useRef, useState } from 'react'
import { useOpenStory } from '@/components/newsroom/story/open-story.client'
import type { Decision, PublishingState } from '@/lib/newsroom/publish/publishing-state'
import type { Refusal } from '@/lib/outcome'
import { type PublishingDto, parsePublishing } from './parse-publishing'

export type PublishError = Refusal | 'offline' | 'unsaved'

/** The result of a decision. */
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
    // No response: the next request for the story shows whether the decision was carried out.
    return { ok: false, reason: 'offline', fields: [] }
  }
}

/** Whether a publication check is still running. */
const isCheckRunning = ({ publicationCheck, isCheckPending }: PublishingState) =>
  isCheckPending || (publicationCheck !== null && publicationCheck.doneAt === null)

const releasesLock = (decision: Decision) => decision === 'submit' || decision === 'sendBack'

/** The open story's publishing state, requested after each change and while a publication check runs. */
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
      // No response from our routes: the panel shows the error and keeps the last state.
      setFailure('offline')
    }
  }, [id])

  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of the story triggers the request
  useEffect(() => void refetch(), [refetch, version, status])

  const isPolling = publishing !== null && isCheckRunning(publishing)
  useEffect(() => {
    if (!isPolling) return
    const timer = setInterval(() => document.hidden || void refetch(), pollIntervalMs)
    return () => clearInterval(timer)
  }, [isPolling, refetch])

  const running = useRef(false)
  const [isBusy, setBusy] = useState(false)
  /** Saves the form, sends the decision, and requests the new state. A second click does nothing. */
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
      await Promise.all([story.refresh(releasesLock(decision) && result.ok), refetch()])
      return result
    } finally {
      running.current = false
      setBusy(false)
    }
  }

  return { publishing, failure, isBusy, decide, ask: refetch }
}

export type SubmitDecision = ReturnType<typeof usePublishing>['decide']
