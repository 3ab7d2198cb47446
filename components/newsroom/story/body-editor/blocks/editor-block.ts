import type { Editor, Extensions } from '@tiptap/core'
import type { ComponentType } from 'react'
import type {
  LostKind,
  PastedBlock,
  WithRuns,
} from '@/components/newsroom/story/body-editor/paste/pasted'
import type { Run, RunStyle } from '@/components/newsroom/story/body-editor/paste/text-runs'
import type { PictureStore } from '@/components/newsroom/story/body-editor/picture-store'
import type { Inline } from '@/lib/content-model/body'
import type messages from '@/messages/bn.json'

/** A kind of text that others are converted to and from. Its name is that of its node. */
export type TextKindRule = {
  name: keyof (typeof messages)['newsroomKinds']
  shortcut: string
  /** Converts the selected paragraphs to it. */
  make: (editor: Editor) => boolean
  /** Converts the selected texts of this kind to paragraphs. */
  clear: (editor: Editor) => boolean
}

type FormProps<Block> = {
  pictures: PictureStore
  onInsert: (block: Block) => void
  onClose: () => void
}

/** A button that inserts a block: the one given, or the one that its form makes. */
export type InsertTool<Block> = {
  name: keyof (typeof messages)['newsroomTools']
  /** The path of its icon, 24 by 24. */
  icon: string
} & ({ block: Block } | { Form: ComponentType<FormProps<Block>> })

export type BlockToolsProps = {
  editor: Editor
  pictures: PictureStore
  /** Whether the form of a link or of a new block is shown. */
  isFormOpen: boolean
  onClose: () => void
}

/** The block's action for a key; false leaves it to the default. */
type KeyRule = (editor: Editor) => boolean

/** Reads HTML from the clipboard into blocks, from top to bottom. */
export type PasteReader = {
  blocks: PastedBlock[]
  files: File[]
  /** Makes a paragraph of the text read so far. */
  flush: () => void
  push: (block: PastedBlock) => void
  pushRun: (run: Run) => void
  /** Notes what stays behind, for the notice. */
  lose: (kind: LostKind, count?: number) => void
  walk: (parent: Node, runStyle: RunStyle) => void
  /** All that is inside as one line of text; nothing of a hidden element. */
  runsOf: (element: Node, runStyle: RunStyle) => Run[]
}

export type PasteRule<Block> = {
  /** The HTML that is read as this kind; null when none is. */
  html: {
    matches: (element: HTMLElement) => boolean
    read: (element: HTMLElement, reader: PasteReader, runStyle: RunStyle) => void
  } | null
  /** The block with its texts as they are inserted. */
  mapTexts: (
    block: WithRuns<Block>,
    runs: (runs: Run[]) => Inline[],
    text: (text: string) => string,
  ) => Block
  /** The block's lines of text, for places that allow only text. */
  lines: (block: WithRuns<Block>) => Run[][]
}

/** All that the body editor needs of a block kind. A kind that lacks a part does not compile. */
export type EditorBlock<Block> = {
  /** The block's nodes, named as in lib/content-model/blocks. */
  nodes: Extensions
  /** The block's text nodes that have a placeholder. */
  placeholders: readonly (keyof (typeof messages)['newsroomPlaceholders'])[]
  toolbar: { textKinds: readonly TextKindRule[] } | { insert: InsertTool<Block> }
  /** The tools that are shown while the caret is in the block. */
  Tools: ComponentType<BlockToolsProps> | null
  keys: {
    enter: KeyRule | null
    /** With the caret at the start of a text. */
    backspace: KeyRule | null
    /** Tab is 1, Shift+Tab -1. */
    tab: ((editor: Editor, step: 1 | -1) => boolean) | null
  }
  paste: PasteRule<Block>
}
