'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { ActionForm } from '@/components/newsroom/forms/ActionForm.client'
import type { FormAction, FormState } from '@/components/newsroom/forms/form-state'
import { useOpenStory } from '@/components/newsroom/story/open-story.client'
import { useStoryActions } from '@/components/newsroom/story/story-actions.client'
import { ButtonLink } from '@/components/ui/ButtonLink'
import { Disclosure } from '@/components/ui/Disclosure'
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
      <ButtonLink isBold href={path} className="justify-self-start">
        {t('allRevisions')}
      </ButtonLink>
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

function KeepRevision() {
  const t = useTranslations('newsroomStory')
  const { state } = useOpenStory()
  const action = useFlushedAction(useStoryActions().keepRevision)
  const { id, version } = state
  if (!state.isChanged) return null
  return (
    <ActionForm
      action={action}
      hiddenFields={{ id, version }}
      fields={[{ kind: 'line', name: 'why', label: t('keepRevisionWhy'), maxLength: 200 }]}
      submit={t('keepRevision')}
      busy={t('keepRevisionBusy')}
      variant="plain"
    />
  )
}

function Trash() {
  const t = useTranslations('newsroomStory')
  const { state, readOnly } = useOpenStory()
  const { trash, untrash } = useStoryActions()
  const action = useFlushedAction(state.trashedAt ? untrash : trash)
  const { id, version } = state
  const form = { action, hiddenFields: { id, version } }
  const isTrashable = state.status === 'draft' || state.status === 'withdrawn'
  if (state.trashedAt) return <ActionForm {...form} submit={t('untrash')} variant="plain" />
  if (readOnly || !isTrashable) return null
  return (
    <Disclosure title={t('trash')}>
      <ActionForm {...form} submit={t('trashYes')} variant="grave">
        <p className="text-16 text-quiet">{t('trashSure')}</p>
      </ActionForm>
    </Disclosure>
  )
}
