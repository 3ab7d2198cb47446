'use client'

import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/Button'
import {
  canRunTableCommand,
  runTableCommand,
  type TableCommand,
  tableCommands,
} from './table-commands'

const commands = Object.keys(tableCommands) as TableCommand[]

/** The tools for the table that contains the caret. */
export function TableToolbar({ editor }: { editor: Editor }) {
  const t = useTranslations('newsroomTable')
  const allowed = useEditorState({
    editor,
    selector: ({ editor: now }) =>
      Object.fromEntries(
        commands.map((command) => [command, canRunTableCommand(now, command)]),
      ) as Record<TableCommand, boolean>,
  })
  return (
    // biome-ignore lint/a11y/useSemanticElements: tools, not fields of a form
    <div role="group" aria-label={t('tools')} className="flex flex-wrap border-b border-rule">
      {commands.map((command) => (
        <Button
          key={command}
          variant="bare"
          isPadded
          disabled={!allowed[command]}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => runTableCommand(editor, command)}
        >
          {t(command)}
        </Button>
      ))}
    </div>
  )
}
