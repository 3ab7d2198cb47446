'use client'

import { TextSelection } from '@tiptap/pm/state'
import { useTranslations } from 'next-intl'
import { useDeferredValue, useMemo } from 'react'
import {
  fixFinding,
  type PlacedFinding,
} from '@/components/newsroom/story/body-editor/plugins/style-marks'
import { type OpenForm, useOpenForm } from '@/components/newsroom/story/form/open-form'
import { useOpenStory } from '@/components/newsroom/story/open-story.client'
import { type ChecklistItem, runChecklist } from '@/lib/newsroom/publish/checklist'
import { ChecklistItems } from './ChecklistItems.client'
import { StoryCounts } from './StoryCounts.client'
import { type ShownFinding, StyleFindings } from './StyleFindings.client'
import { type LineFinding, lineFindings, useBodyFindings } from './use-findings'
import { useStoryPictures } from './use-story-pictures'

/** The checklist findings of the open story's current content. */
function useChecklist(): ChecklistItem[] {
  const { content, choices } = useOpenStory()
  const pictures = useStoryPictures()
  const deferredContent = useDeferredValue(content)
  return useMemo(
    () => runChecklist(deferredContent, { pictures }, choices.checklist),
    [deferredContent, pictures, choices.checklist],
  )
}

function showFinding({ editor }: OpenForm, { from, to }: PlacedFinding) {
  const shown = TextSelection.create(editor.state.doc, from, to)
  editor.view.dispatch(editor.state.tr.setSelection(shown).scrollIntoView())
  editor.commands.focus()
}

/** যাচাই: the story's length, its checklist findings and its house style findings. */
export function ChecksPanel() {
  const t = useTranslations('newsroomChecks')
  const { content, readOnly } = useOpenStory()
  const form = useOpenForm()
  const deferredContent = useDeferredValue(content)
  const checklist = useChecklist()
  const bodyFindings = useBodyFindings(form)
  const fieldFindings = useMemo(() => lineFindings(deferredContent), [deferredContent])

  const shown: ShownFinding[] = form
    ? [
        ...fieldFindings.map((finding: LineFinding) => ({
          key: `${finding.field} ${finding.start} ${finding.rule}`,
          text: finding.text,
          message: finding.message ?? '',
          suggestion: finding.suggestion,
          show: () => form.goTo({ field: finding.field }),
          fix: () =>
            form.replaceIn(finding.field, finding.text, finding.start, finding.suggestion ?? ''),
        })),
        ...bodyFindings.map((finding) => ({
          key: `body ${finding.from} ${finding.rule}`,
          text: finding.text,
          message: finding.message ?? '',
          suggestion: finding.suggestion,
          show: () => showFinding(form, finding),
          fix: () => fixFinding(form.editor, finding),
        })),
      ]
    : []
  return (
    <div className="grid gap-6">
      <StoryCounts content={deferredContent} />
      <section className="grid gap-2" aria-labelledby="check-lines">
        <h3 id="check-lines" className="text-18">
          {t('before')}
        </h3>
        <ChecklistItems items={checklist} onGo={form?.goTo} />
      </section>
      <section className="grid gap-2" aria-labelledby="check-style">
        <h3 id="check-style" className="text-18">
          {t('style')}
        </h3>
        <StyleFindings findings={shown} readOnly={readOnly} />
      </section>
    </div>
  )
}
