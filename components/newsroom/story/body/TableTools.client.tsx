'use client'

import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { useTranslations } from 'next-intl'
import { canDo, doToTable, type TableAct, tableActs } from './table-commands'

const acts = Object.keys(tableActs) as TableAct[]

/** What can be done to the table that the caret is in. */
export function TableTools({ editor }: { editor: Editor }) {
  const t = useTranslations('newsroomTable')
  const may = useEditorState({
    editor,
    selector: ({ editor: now }) =>
      Object.fromEntries(acts.map((act) => [act, canDo(now, act)])) as Record<TableAct, boolean>,
  })
  return (
    // biome-ignore lint/a11y/useSemanticElements: tools, not fields of a form
    <div role="group" aria-label={t('tools')} className="flex flex-wrap border-b border-rule">
      {acts.map((act) => (
        <button
          key={act}
          type="button"
          disabled={!may[act]}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => doToTable(editor, act)}
          className="min-h-11 px-3 text-16 disabled:text-quiet"
        >
          {t(act)}
        </button>
      ))}
    </div>
  )
}
