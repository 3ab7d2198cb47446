import type { Extensions } from '@tiptap/core'
import { Bold } from '@tiptap/extension-bold'
import { Document } from '@tiptap/extension-document'
import { Italic } from '@tiptap/extension-italic'
import { ListKeymap } from '@tiptap/extension-list'
import { Text } from '@tiptap/extension-text'
import { Dropcursor, Gapcursor, TrailingNode, UndoRedo } from '@tiptap/extensions'
import { editorBlockEntries } from '@/components/newsroom/story/body-editor/blocks/editor-blocks'
import { SyncCaret } from '@/components/newsroom/story/body-editor/plugins/sync-caret'
import { LinkMark } from './link-mark'

/** The blocks and marks of lib/content-model/blocks, and no others. */
export const bodySchema: Extensions = [
  Document,
  Text,
  ...editorBlockEntries.flatMap(({ block }) => block.nodes),
  LinkMark,
  Bold,
  Italic,
]

/** Editing features: undo, cursors, and an empty paragraph below a final picture or table. */
export const editingExtensions: Extensions = [
  SyncCaret,
  ListKeymap,
  UndoRedo,
  Dropcursor.configure({ color: 'var(--accent)', width: 2 }),
  Gapcursor,
  TrailingNode.configure({ node: 'paragraph' }),
]
