import { type Editor, Extension } from '@tiptap/core'
import { Plugin, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import {
  bijoyPlugin,
  type PendingWords,
} from '@/components/newsroom/story/body-editor/bijoy/bijoy-plugin'
import { typedBijoyPlugin } from '@/components/newsroom/story/body-editor/bijoy/typed-bijoy-plugin'
import {
  type EmbedSite,
  embedBlock,
  readEmbed,
} from '@/components/newsroom/story/body-editor/blocks/embed/embed-sites'
import { insertBlocks } from '@/components/newsroom/story/body-editor/commands/insert-blocks'
import { readLink } from '@/components/newsroom/story/body-editor/schema/link-mark'
import { insertPasted } from './insert-pasted'
import type { Pasted } from './pasted'
import { readHtml } from './read-html'
import { readText } from './read-text'
import { uploadPlugin } from './upload-plugin'

type PasteOptions = {
  /** The words of an embed that was made from a bare link. */
  embedTitle: (site: EmbedSite) => string
  onPictures: (view: EditorView, files: File[], at: number) => void
  /** Pictures that stayed on the site they were copied from. */
  onLostPictures: (count: number) => void
  /** The pending words changed. */
  onPendingChange: (waiting: PendingWords) => void
  /** Words that look like Bijoy but are not. */
  keptWords: () => string[]
}

const picturesOf = (data: DataTransfer) =>
  [...data.files].filter((file) => file.type.startsWith('image/'))

function readClipboard(data: DataTransfer): Pasted {
  const html = data.getData('text/html')
  const pasted = html ? readHtml(html) : readText(data.getData('text/plain'))
  // Word and similar programs add a picture of the same text that they supply as HTML.
  return pasted.blocks.length > 0 ? pasted : { ...pasted, files: picturesOf(data) }
}

/** Handles a bare link: an embed on an empty line, a link on selected words. Returns whether it was handled. */
function insertLink(editor: Editor, text: string, embedTitle: PasteOptions['embedTitle']): boolean {
  const { empty, $from } = editor.state.selection
  const isBlank = empty && $from.depth === 1 && $from.parent.content.size === 0
  const found = readEmbed(text)
  if (found && isBlank && $from.parent.type.name === 'paragraph') {
    insertBlocks(editor, [embedBlock(found.url, embedTitle(found.site))])
    return true
  }
  const href = /^https?:\/\/\S+$/.test(text.trim()) ? readLink(text) : null
  return href !== null && !empty && editor.chain().focus().setMark('link', { href }).run()
}

// Copied here or in another story of ours: the blocks themselves are on the clipboard.
const isOwnContent = (data: DataTransfer) => data.getData('text/html').includes('data-pm-slice')

function paste(editor: Editor, data: DataTransfer, options: PasteOptions): boolean {
  if (insertLink(editor, data.getData('text/plain'), options.embedTitle)) return true
  if (isOwnContent(data)) return false
  const { blocks, files, lostPictures } = readClipboard(data)
  if (blocks.length > 0) insertPasted(editor, blocks)
  if (files.length > 0) options.onPictures(editor.view, files, editor.state.selection.to)
  else if (lostPictures > 0) options.onLostPictures(lostPictures)
  // The rest has no content that a story may contain, so the browser's default is prevented too.
  return true
}

/** Converts pasted and dropped content to story blocks or rejects it. Detects pasted and typed Bijoy. */
export const PasteRules = Extension.create<PasteOptions>({
  name: 'pasteRules',
  addOptions: () => ({
    embedTitle: (site) => site,
    onPictures: () => {},
    onLostPictures: () => {},
    onPendingChange: () => {},
    keptWords: () => [],
  }),
  addProseMirrorPlugins() {
    const { editor, options } = this
    return [
      bijoyPlugin(options.onPendingChange),
      typedBijoyPlugin(options.keptWords),
      uploadPlugin(),
      new Plugin({
        props: {
          handlePaste: (_, event) =>
            event.clipboardData ? paste(editor, event.clipboardData, options) : false,
          handleDrop: (view, event, _slice, moved) => {
            const data = event.dataTransfer
            const place = view.posAtCoords({ left: event.clientX, top: event.clientY })
            if (moved || !data || !place || isOwnContent(data)) return false
            const { doc, tr } = view.state
            view.dispatch(tr.setSelection(TextSelection.near(doc.resolve(place.pos))))
            return paste(editor, data, options)
          },
        },
      }),
    ]
  },
})
