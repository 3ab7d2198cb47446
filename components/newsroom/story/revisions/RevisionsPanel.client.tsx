'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useActionState, useEffect, useState } from 'react'
import { Field } from '@/components/newsroom/Field'
import type { FormAction, FormState } from '@/components/newsroom/form-state'
import { RefusalNotice } from '@/components/newsroom/RefusalNotice'
import { SubmitButton } from '@/components/newsroom/SubmitButton.client'
import { useOpenStory } from '@/components/newsroom/story/open-story.client'
import { useStoryActions } from '@/components/newsroom/story/story-actions.client'
import type { RevisionLine } from '@/lib/newsroom/revision'
import type { OnWire } from '@/lib/newsroom/wire'
import { storyPath } from '@/lib/newsroom/working-copy'
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

type Lines = RevisionLine[] | 'failed' | null

/** Fetched anew whenever the story has another version. */
function useRevisions(id: number, version: number): Lines {
  const [lines, setLines] = useState<Lines>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version has a new revision
  useEffect(() => {
    const asking = new AbortController()
    void fetchLines(id, asking.signal).then((found) => asking.signal.aborted || setLines(found))
    return () => asking.abort()
  }, [id, version])
  return lines
}

async function fetchLines(id: number, signal: AbortSignal): Promise<Lines> {
  try {
    const response = await fetch(`${storyPath(id)}/history`, { signal, cache: 'no-store' })
    const said = (await response.json()) as { ok: boolean; lines?: OnWire<RevisionLine>[] }
    return said.lines?.map((line) => ({ ...line, at: new Date(line.at) })) ?? 'failed'
  } catch {
    // No line: the panel says so, and asks again when it is opened again.
    return 'failed'
  }
}

/** What stands in the form is at the server before the form is sent. */
function useFlushed(action: FormAction): FormAction {
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

function StoryRef() {
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
  const [refused, send] = useActionState(useFlushed(useStoryActions().keepRevision), null)
  if (!state.isChanged) return null
  return (
    <form action={send} className="grid justify-items-start gap-3">
      <RefusalNotice state={refused} />
      <StoryRef />
      <Field
        label={t('keepRevisionWhy')}
        name="why"
        maxLength={200}
        defaultValue={refused?.typed?.why}
      />
      <SubmitButton manner="plain" busy={t('keepRevisionBusy')}>
        {t('keepRevision')}
      </SubmitButton>
    </form>
  )
}

function Trash() {
  const t = useTranslations('newsroomStory')
  const { state, readOnly } = useOpenStory()
  const actions = useStoryActions()
  const [refused, send] = useActionState(
    useFlushed(state.trashedAt ? actions.untrash : actions.trash),
    null,
  )
  const isTrashable = state.status === 'draft' || state.status === 'withdrawn'
  if (state.trashedAt) {
    return (
      <form action={send} className="grid justify-items-start gap-3">
        <RefusalNotice state={refused} />
        <StoryRef />
        <SubmitButton manner="plain">{t('untrash')}</SubmitButton>
      </form>
    )
  }
  if (readOnly || !isTrashable) return null
  return (
    <details className="border-t border-rule pt-2">
      <summary className="flex min-h-11 items-center text-16">{t('trash')}</summary>
      <form action={send} className="grid justify-items-start gap-3">
        <RefusalNotice state={refused} />
        <StoryRef />
        <p className="text-16 text-quiet">{t('trashSure')}</p>
        <SubmitButton manner="grave">{t('trashYes')}</SubmitButton>
      </form>
    </details>
  )
}
