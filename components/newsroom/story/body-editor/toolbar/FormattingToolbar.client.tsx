'use client'

import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { useTranslations } from 'next-intl'
import type { KeyboardEvent, RefObject } from 'react'
import type {
  InsertTool,
  TextKindRule,
} from '@/components/newsroom/story/body-editor/blocks/editor-block'
import { editorBlockEntries } from '@/components/newsroom/story/body-editor/blocks/editor-blocks'
import { canMove, moveBlocks } from '@/components/newsroom/story/body-editor/commands/move-blocks'
import {
  kindAt,
  kindsFor,
  setKind,
  textKindRules,
} from '@/components/newsroom/story/body-editor/commands/text-kinds'
import { Button } from '@/components/ui/Button'
import { tapTarget } from '@/components/ui/tap-target'
import type { BlockKind } from '@/lib/content-model/blocks/registry'
import type { Block } from '@/lib/content-model/body'
import { Icon } from './Icon'

/** The form that is open: for a link, or for a new block. */
export type ToolbarForm = 'link' | BlockKind

type FormattingToolbarProps = {
  editor: Editor
  bar: RefObject<HTMLDivElement | null>
  /** Opens the form that a tool needs first. */
  onOpenForm: (form: ToolbarForm) => void
  onInsert: (block: Block) => void
}

const icons = {
  bold: 'M7 5h6a3.5 3.5 0 0 1 0 7H7zM7 12h7a3.5 3.5 0 0 1 0 7H7z',
  italic: 'M10 5h8M6 19h8M14 5l-4 14',
  link: 'M10 14a4 4 0 0 0 6 0l3-3a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6 0l-3 3a4 4 0 0 0 6 6l1-1',
  undo: 'M9 7H15a5 5 0 0 1 0 10H8M9 7l3-3M9 7l3 3',
  redo: 'M15 7H9a5 5 0 0 0 0 10h7M15 7l-3-3M15 7l-3 3',
  up: 'M12 19V5M6 11l6-6 6 6',
  down: 'M12 5v14M6 13l6 6 6-6',
}
type FixedTool = keyof typeof icons
type ButtonState = { isOn?: boolean; isDisabled?: boolean }

const insertTools = editorBlockEntries.flatMap(({ kind, block: { toolbar } }) =>
  'insert' in toolbar ? { kind, ...toolbar.insert } : [],
)

/** Keys that do the same, as they stand on a keyboard. */
const keys: Partial<Record<string, string>> = {
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
  kinds: kindsFor(editor),
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
export function FormattingToolbar({ editor, bar, onOpenForm, onInsert }: FormattingToolbarProps) {
  const t = useTranslations('newsroomTools')
  const kinds = useTranslations('newsroomKinds')
  const active = useEditorState({ editor, selector: stateOf })
  const focusEditor = () => editor.commands.focus()
  const button = (
    name: FixedTool | InsertTool<Block>['name'],
    icon: string,
    onClick: () => void,
    { isOn, isDisabled = false }: ButtonState = {},
  ) => (
    <Button
      key={name}
      variant="icon"
      tabIndex={-1}
      aria-label={t(name)}
      aria-keyshortcuts={keys[name]
        ?.replace('Ctrl', 'Control')
        .replace('↑', 'ArrowUp')
        .replace('↓', 'ArrowDown')}
      title={keys[name] ? `${t(name)} (${keys[name]})` : t(name)}
      aria-pressed={isOn}
      disabled={isDisabled}
      // The selection stays where it is.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onClick}
    >
      <Icon path={icon} />
    </Button>
  )
  const tool = (name: FixedTool, onClick: () => void, options?: ButtonState) =>
    button(name, icons[name], onClick, options)
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
          setKind(editor, event.target.value as TextKindRule['name'])
          focusEditor()
        }}
        className={tapTarget({
          shape: 'block',
          className: 'w-36 border-r border-rule bg-paper px-2 text-16 disabled:text-quiet',
        })}
      >
        {active.kind === null && <option value="">{t('noKind')}</option>}
        {textKindRules.map(({ name }) => (
          <option key={name} value={name} disabled={!active.kinds.includes(name)}>
            {kinds(name)}
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
      {insertTools.map((insert) =>
        button(insert.name, insert.icon, () =>
          'block' in insert ? onInsert(insert.block) : onOpenForm(insert.kind),
        ),
      )}
      {tool('up', () => moveBlocks(editor, -1), { isDisabled: !active.canMoveUp })}
      {tool('down', () => moveBlocks(editor, 1), { isDisabled: !active.canMoveDown })}
      {tool('undo', () => editor.chain().focus().undo().run(), { isDisabled: !active.canUndo })}
      {tool('redo', () => editor.chain().focus().redo().run(), { isDisabled: !active.canRedo })}
    </div>
  )
}
