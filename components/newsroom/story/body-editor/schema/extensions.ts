import type { Extensions } from '@tiptap/core'
import { Bold } from '@tiptap/extension-bold'
import { Document } from '@tiptap/extension-document'
import { Italic } from '@tiptap/extension-italic'
import { BulletList, ListItem, ListKeymap, OrderedList } from '@tiptap/extension-list'
import { Paragraph } from '@tiptap/extension-paragraph'
import { Text } from '@tiptap/extension-text'
import { Dropcursor, Gapcursor, TrailingNode, UndoRedo } from '@tiptap/extensions'
import { SyncCaret } from '@/components/newsroom/story/body-editor/plugins/sync-caret'
import { LinkMark } from './link-mark'
import { EmbedNode, PictureNode } from './media-blocks'
import { tableExtensions } from './table-blocks'
import { Quote, QuoteText, Speaker, Subheading } from './text-blocks'

// A list is flat, as the article page draws it.
const FlatItem = ListItem.extend({ content: 'paragraph' })
const NumberedList = OrderedList.extend({ addAttributes: () => ({}) })

/** The blocks and marks of lib/content-model/blocks, and no others. */
export const bodySchema: Extensions = [
  Document,
  Paragraph,
  Text,
  Subheading,
  Quote,
  QuoteText,
  Speaker,
  BulletList,
  NumberedList,
  FlatItem,
  PictureNode,
  EmbedNode,
  ...tableExtensions,
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
