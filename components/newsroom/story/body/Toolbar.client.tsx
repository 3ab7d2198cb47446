'use client'

import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { useTranslations } from 'next-intl'
import type { KeyboardEvent, RefObject } from 'react'
import { Icon, type IconName } from './Icon'
import { kindAt, setKind, type TextKind, textKinds } from './kinds'
import { canMove, moveBlocks } from './move'

export type Asked = 'link' | 'embed' | 'picture'

type ToolbarProps = {
  editor: Editor
  bar: RefObject<HTMLDivElement | null>
  /** Opens the form of what has to be asked for first. */
  onAsk: (what: Asked) => void
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

/** Arrows go from tool to tool, so that the bar is one stop on the way through the page. */
function onArrow(event: KeyboardEvent<HTMLDivElement>, leave: () => void) {
  if (event.key === 'Escape') return leave()
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
  mayMark: editor.can().toggleBold(),
  mayLink: !editor.state.selection.empty || editor.isActive('link'),
  mayUndo: editor.can().undo(),
  mayRedo: editor.can().redo(),
  mayUp: canMove(editor, -1),
  mayDown: canMove(editor, 1),
})

/** The tools of the body, within reach of a thumb at 360 px and of the keyboard alone (Alt+F10, arrows, Escape). */
export function Toolbar({ editor, bar, onAsk, onTable }: ToolbarProps) {
  const t = useTranslations('newsroomTools')
  const kinds = useTranslations('newsroomKinds')
  const on = useEditorState({ editor, selector: stateOf })
  const writeOn = () => editor.commands.focus()
  const tool = (
    icon: IconName,
    act: () => void,
    { isOn, isOff = false }: { isOn?: boolean; isOff?: boolean } = {},
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
      disabled={isOff}
      // The selection stays where it is.
      onMouseDown={(event) => event.preventDefault()}
      onClick={act}
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
      onKeyDown={(event) => onArrow(event, writeOn)}
      className="flex flex-wrap items-center border-b border-rule bg-paper"
    >
      <select
        aria-label={t('kind')}
        value={on.kind ?? ''}
        disabled={on.kind === null}
        onChange={(event) => {
          setKind(editor, event.target.value as TextKind)
          writeOn()
        }}
        className="min-h-11 w-36 border-r border-rule bg-paper px-2 text-16 disabled:text-quiet"
      >
        {on.kind === null && <option value="">{t('noKind')}</option>}
        {textKinds.map((kind) => (
          <option key={kind} value={kind}>
            {kinds(kind)}
          </option>
        ))}
      </select>
      {tool('bold', () => editor.chain().focus().toggleBold().run(), {
        isOn: on.bold,
        isOff: !on.mayMark,
      })}
      {tool('italic', () => editor.chain().focus().toggleItalic().run(), {
        isOn: on.italic,
        isOff: !on.mayMark,
      })}
      {tool('link', () => onAsk('link'), { isOn: on.link, isOff: !on.mayMark || !on.mayLink })}
      {tool('picture', () => onAsk('picture'))}
      {tool('table', onTable)}
      {tool('embed', () => onAsk('embed'))}
      {tool('up', () => moveBlocks(editor, -1), { isOff: !on.mayUp })}
      {tool('down', () => moveBlocks(editor, 1), { isOff: !on.mayDown })}
      {tool('undo', () => editor.chain().focus().undo().run(), { isOff: !on.mayUndo })}
      {tool('redo', () => editor.chain().focus().redo().run(), { isOff: !on.mayRedo })}
    </div>
  )
}
