'use client'

import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { useTranslations } from 'next-intl'
import type { KeyboardEvent, RefObject } from 'react'
import { canMove, moveBlocks } from '@/components/newsroom/story/body-editor/commands/move-blocks'
import {
  kindAt,
  setKind,
  type TextKind,
  textKinds,
} from '@/components/newsroom/story/body-editor/commands/text-kinds'
import { Icon, type IconName } from './Icon'

export type ToolbarForm = 'link' | 'embed' | 'picture'

type FormattingToolbarProps = {
  editor: Editor
  bar: RefObject<HTMLDivElement | null>
  /** Opens the form that a tool needs first. */
  onOpenForm: (form: ToolbarForm) => void
  onTable: () => void
}

/** Keys that do the same, as they stand on a keyboard. */
const keys: Partial<Record<IconName, string>> = {
  bold: 'Ctrl+B',
  italic: 'Ctrl+I',
  link: 'Ctrl+K',
  up: 'Alt+↑',
  down: 'Alt+↓',
  undo: 'Ctrl+Z',
  redo: 'Ctrl+Y',
}

const toolsIn = (bar: HTMLElement) => [
  ...bar.querySelectorAll<HTMLElement>('button:not(:disabled), select:not(:disabled)'),
]

/** The arrow keys move between tools, so that the toolbar is one tab stop. */
function onToolbarKeyDown(event: KeyboardEvent<HTMLDivElement>, onEscape: () => void) {
  if (event.key === 'Escape') return onEscape()
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
  if (!step) return
  const tools = toolsIn(event.currentTarget)
  const at = tools.indexOf(document.activeElement as HTMLElement)
  event.preventDefault()
  tools[(at + step + tools.length) % tools.length]?.focus()
}

const stateOf = ({ editor }: { editor: Editor }) => ({
  kind: kindAt(editor),
  bold: editor.isActive('bold'),
  italic: editor.isActive('italic'),
  link: editor.isActive('link'),
  canMark: editor.can().toggleBold(),
  canLink: !editor.state.selection.empty || editor.isActive('link'),
  canUndo: editor.can().undo(),
  canRedo: editor.can().redo(),
  canMoveUp: canMove(editor, -1),
  canMoveDown: canMove(editor, 1),
})

/** The tools of the body, within reach of a thumb at 360 px and of the keyboard alone (Alt+F10, arrows, Escape). */
export function FormattingToolbar({ editor, bar, onOpenForm, onTable }: FormattingToolbarProps) {
  const t = useTranslations('newsroomTools')
  const kinds = useTranslations('newsroomKinds')
  const active = useEditorState({ editor, selector: stateOf })
  const focusEditor = () => editor.commands.focus()
  const tool = (
    icon: IconName,
    onClick: () => void,
    { isOn, isDisabled = false }: { isOn?: boolean; isDisabled?: boolean } = {},
  ) => (
    <button
      type="button"
      tabIndex={-1}
      aria-label={t(icon)}
      aria-keyshortcuts={keys[icon]
        ?.replace('Ctrl', 'Control')
        .replace('↑', 'ArrowUp')
        .replace('↓', 'ArrowDown')}
      title={keys[icon] ? `${t(icon)} (${keys[icon]})` : t(icon)}
      aria-pressed={isOn}
      disabled={isDisabled}
      // The selection stays where it is.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onClick}
      className="inline-flex min-h-11 min-w-11 items-center justify-center disabled:opacity-35 aria-pressed:bg-ink aria-pressed:text-paper"
    >
      <Icon name={icon} />
    </button>
  )
  return (
    <div
      ref={bar}
      role="toolbar"
      aria-label={t('bar')}
      aria-orientation="horizontal"
      onKeyDown={(event) => onToolbarKeyDown(event, focusEditor)}
      className="flex flex-wrap items-center border-b border-rule bg-paper"
    >
      <select
        aria-label={t('kind')}
        value={active.kind ?? ''}
        disabled={active.kind === null}
        onChange={(event) => {
          setKind(editor, event.target.value as TextKind)
          focusEditor()
        }}
        className="min-h-11 w-36 border-r border-rule bg-paper px-2 text-16 disabled:text-quiet"
      >
        {active.kind === null && <option value="">{t('noKind')}</option>}
        {textKinds.map((kind) => (
          <option key={kind} value={kind}>
            {kinds(kind)}
          </option>
        ))}
      </select>
      {tool('bold', () => editor.chain().focus().toggleBold().run(), {
        isOn: active.bold,
        isDisabled: !active.canMark,
      })}
      {tool('italic', () => editor.chain().focus().toggleItalic().run(), {
        isOn: active.italic,
        isDisabled: !active.canMark,
      })}
      {tool('link', () => onOpenForm('link'), {
        isOn: active.link,
        isDisabled: !active.canMark || !active.canLink,
      })}
      {tool('picture', () => onOpenForm('picture'))}
      {tool('table', onTable)}
      {tool('embed', () => onOpenForm('embed'))}
      {tool('up', () => moveBlocks(editor, -1), { isDisabled: !active.canMoveUp })}
      {tool('down', () => moveBlocks(editor, 1), { isDisabled: !active.canMoveDown })}
      {tool('undo', () => editor.chain().focus().undo().run(), { isDisabled: !active.canUndo })}
      {tool('redo', () => editor.chain().focus().redo().run(), { isDisabled: !active.canRedo })}
    </div>
  )
}
