'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useActionState, useEffect, useState } from 'react'
import { Field } from '@/components/newsroom/forms/Field'
import type { FormAction, FormState } from '@/components/newsroom/forms/form-state'
import { RefusalNotice } from '@/components/newsroom/forms/RefusalNotice'
import { SubmitButton } from '@/components/newsroom/forms/SubmitButton.client'
import { useOpenStory } from '@/components/newsroom/story/open-story.client'
import { useStoryActions } from '@/components/newsroom/story/story-actions.client'
import type { Dto } from '@/lib/newsroom/draft/api-schema'
import { storyPath } from '@/lib/newsroom/draft/working-copy'
import type { RevisionSummary } from '@/lib/newsroom/revisions/revision'
import { RevisionList } from './RevisionList'

/** The newest revisions beside the story; making one, and putting the story into the trash. */
export function RevisionsPanel() {
  const t = useTranslations('newsroomStory')
  const { state, readOnly } = useOpenStory()
  const lines = useRevisions(state.id, state.version)
  const path = `${storyPath(state.id)}/revisions`
  return (
    <div className="grid gap-4">
      {!readOnly && !state.isPublic && <KeepRevision />}
      {lines === null && <p className="text-16 text-quiet">{t('toolLoading')}</p>}
      {lines === 'failed' && (
        <p role="alert" className="text-16">
          {t('toolFailed')}
        </p>
      )}
      {Array.isArray(lines) && <RevisionList path={path} lines={lines} />}
      <Link
        href={path}
        prefetch={false}
        className="inline-flex min-h-11 items-center text-16 font-bold underline"
      >
        {t('allRevisions')}
      </Link>
      <Trash />
    </div>
  )
}

type RevisionLines = RevisionSummary[] | 'failed' | null

/** Fetched anew whenever the story has another version. */
function useRevisions(id: number, version: number): RevisionLines {
  const [lines, setLines] = useState<RevisionLines>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version has a new revision
  useEffect(() => {
    const controller = new AbortController()
    void fetchRevisions(id, controller.signal).then(
      (found) => controller.signal.aborted || setLines(found),
    )
    return () => controller.abort()
  }, [id, version])
  return lines
}

async function fetchRevisions(id: number, signal: AbortSignal): Promise<RevisionLines> {
  try {
    const response = await fetch(`${storyPath(id)}/history`, { signal, cache: 'no-store' })
    const body = (await response.json()) as { ok: boolean; lines?: Dto<RevisionSummary>[] }
    return body.lines?.map((line) => ({ ...line, at: new Date(line.at) })) ?? 'failed'
  } catch {
    // No line: the panel says so, and asks again when it is opened again.
    return 'failed'
  }
}

/** The content of the story form is saved before this form is sent. */
function useFlushedAction(action: FormAction): FormAction {
  const { flush, refresh } = useOpenStory()
  return async (state: FormState, form: FormData) => {
    const copyVersion = await flush()
    if (copyVersion === null) return { refusal: 'notSaved' }
    form.set('copyVersion', String(copyVersion))
    const next = await action(state, form)
    await refresh()
    return next
  }
}

function StoryVersionFields() {
  const { state } = useOpenStory()
  return (
    <>
      <input type="hidden" name="id" value={state.id} />
      <input type="hidden" name="version" value={state.version} />
    </>
  )
}

function KeepRevision() {
  const t = useTranslations('newsroomStory')
  const { state } = useOpenStory()
  const [formState, send] = useActionState(useFlushedAction(useStoryActions().keepRevision), null)
  if (!state.isChanged) return null
  return (
    <form action={send} className="grid justify-items-start gap-3">
      <RefusalNotice state={formState} />
      <StoryVersionFields />
      <Field
        label={t('keepRevisionWhy')}
        name="why"
        maxLength={200}
        defaultValue={formState?.typed?.why}
      />
      <SubmitButton variant="plain" busy={t('keepRevisionBusy')}>
        {t('keepRevision')}
      </SubmitButton>
    </form>
  )
}

function Trash() {
  const t = useTranslations('newsroomStory')
  const { state, readOnly } = useOpenStory()
  const actions = useStoryActions()
  const [formState, send] = useActionState(
    useFlushedAction(state.trashedAt ? actions.untrash : actions.trash),
    null,
  )
  const isTrashable = state.status === 'draft' || state.status === 'withdrawn'
  if (state.trashedAt) {
    return (
      <form action={send} className="grid justify-items-start gap-3">
        <RefusalNotice state={formState} />
        <StoryVersionFields />
        <SubmitButton variant="plain">{t('untrash')}</SubmitButton>
      </form>
    )
  }
  if (readOnly || !isTrashable) return null
  return (
    <details className="border-t border-rule pt-2">
      <summary className="flex min-h-11 items-center text-16">{t('trash')}</summary>
      <form action={send} className="grid justify-items-start gap-3">
        <RefusalNotice state={formState} />
        <StoryVersionFields />
        <p className="text-16 text-quiet">{t('trashSure')}</p>
        <SubmitButton variant="grave">{t('trashYes')}</SubmitButton>
      </form>
    </details>
  )
}
