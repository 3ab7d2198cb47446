import { type Editor, Extension } from '@tiptap/core'
import { Plugin, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import {
  bijoyPlugin,
  type PendingWords,
} from '@/components/newsroom/story/body-editor/bijoy/bijoy-plugin'
import { typedBijoyPlugin } from '@/components/newsroom/story/body-editor/bijoy/typed-bijoy-plugin'
import { readEmbedCode } from '@/components/newsroom/story/body-editor/blocks/embed/embed-code'
import {
  type EmbedSite,
  embedBlock,
  readEmbed,
} from '@/components/newsroom/story/body-editor/blocks/embed/embed-sites'
import { insertBlocks } from '@/components/newsroom/story/body-editor/commands/insert-blocks'
import { readLink } from '@/components/newsroom/story/body-editor/schema/link-mark'
import { soleAddress } from '@/lib/content-model/addresses'
import { insertPasted } from './insert-pasted'
import { isOwnCopy, ownSerializer } from './own-copy'
import { addLost, type Lost, type Pasted, type PastedBlock } from './pasted'
import { pastedLines } from './pasted-blocks'
import { PlainPaste } from './plain-paste'
import { readHtml } from './read-html'
import { readText } from './read-text'
import { textOfRuns } from './text-runs'
import { uploadPlugin } from './upload-plugin'

type PasteOptions = {
  /** The words of an embed that was made from a bare link. */
  embedTitle: (site: EmbedSite) => string
  onPictures: (view: EditorView, files: File[], at: number) => void
  /** The losses of a paste. */
  onLost: (lost: Lost) => void
  /** The pending words changed. */
  onPendingChange: (waiting: PendingWords) => void
  /** Words that look like Bijoy but are not. */
  keptWords: () => string[]
}

// A phone or a drive may give no type; the archive judges a file by its bytes.
const mayBePicture = ({ type }: File) => type === '' || type.startsWith('image/')

function readFiles(data: DataTransfer): Pasted {
  const files = [...data.files]
  const pictures = files.filter(mayBePicture)
  return {
    blocks: [],
    files: pictures,
    lost: addLost({}, { files: files.length - pictures.length }),
  }
}

/** The content of a clipboard; `isPlain`: without any formatting. */
export function readClipboard(data: DataTransfer, isPlain = false): Pasted {
  const [html, text] = [data.getData('text/html'), data.getData('text/plain')]
  if (!html && data.files.length > 0) return readFiles(data)
  const code = readEmbedCode(text)
  if (code) return { blocks: code.embeds, files: [], lost: addLost({}, { players: code.unknown }) }
  if (html && !(isPlain && text)) {
    const pasted = readHtml(html, text)
    if (isPlain)
      return { ...readText(pasted.blocks.flatMap(pastedLines).map(textOfRuns).join('\n')) }
    // Word and similar programs add a picture of the same text that they supply as HTML.
    if (pasted.blocks.length > 0 || data.files.length === 0) return pasted
    const { files, lost } = readFiles(data)
    // The file is the picture that the HTML has from its site.
    const { pictures: _, ...others } = pasted.lost
    return { blocks: [], files, lost: addLost(files.length > 0 ? others : pasted.lost, lost) }
  }
  return readText(text)
}

const isBlankLine = ({ selection: { empty, $from } }: Editor['state']) =>
  empty &&
  $from.depth === 1 &&
  $from.parent.content.size === 0 &&
  $from.parent.type.name === 'paragraph'

/** The blocks as they suit the place of the caret, embeds with the words that readers see. */
export function placedBlocks(
  blocks: PastedBlock[],
  isOnBlankLine: boolean,
  embedTitle: PasteOptions['embedTitle'],
): PastedBlock[] {
  const [only] = blocks
  // An address pasted into a sentence is a part of it.
  if (blocks.length === 1 && only?.kind === 'embed' && !only.title && !isOnBlankLine)
    return pastedLines(only).map((content) => ({ kind: 'paragraph', content }))
  return blocks.map((block) => {
    if (block.kind !== 'embed' || block.title) return block
    const site = readEmbed(block.url)?.site
    return site ? { ...block, title: embedTitle(site) } : block
  })
}

/** Handles a bare link: an embed on an empty line, a link on selected words. Returns whether it was handled. */
function insertLink(editor: Editor, text: string, embedTitle: PasteOptions['embedTitle']): boolean {
  const found = readEmbed(text)
  if (found && isBlankLine(editor.state)) {
    insertBlocks(editor, [embedBlock(found.url, embedTitle(found.site))])
    return true
  }
  const href = readLink(soleAddress(text))
  return (
    href !== null &&
    !editor.state.selection.empty &&
    editor.chain().focus().setMark('link', { href }).run()
  )
}

function paste(
  editor: Editor,
  data: DataTransfer,
  options: PasteOptions,
  isPlain: boolean,
): boolean {
  if (insertLink(editor, data.getData('text/plain'), options.embedTitle)) return true
  if (!isPlain && isOwnCopy(data.getData('text/html'))) return false
  const { blocks, files, lost } = readClipboard(data, isPlain)
  if (blocks.length > 0)
    insertPasted(editor, placedBlocks(blocks, isBlankLine(editor.state), options.embedTitle))
  if (files.length > 0) options.onPictures(editor.view, files, editor.state.selection.to)
  if (Object.keys(lost).length > 0) options.onLost(lost)
  // The rest has no content that a story may contain, so the browser's default is prevented too.
  return true
}

/** Converts pasted and dropped content to story blocks or rejects it. Detects pasted and typed Bijoy. */
export const PasteRules = Extension.create<PasteOptions>({
  name: 'pasteRules',
  addOptions: () => ({
    embedTitle: (site) => site,
    onPictures: () => {},
    onLost: () => {},
    onPendingChange: () => {},
    keptWords: () => [],
  }),
  addProseMirrorPlugins() {
    const { editor, options } = this
    const plainPaste = new PlainPaste()
    return [
      bijoyPlugin(options.onPendingChange),
      typedBijoyPlugin(options.keptWords),
      uploadPlugin(),
      new Plugin({
        props: {
          clipboardSerializer: ownSerializer(editor.schema),
          handleDOMEvents: plainPaste.handlers,
          handlePaste: (_, event) =>
            event.clipboardData
              ? paste(editor, event.clipboardData, options, plainPaste.isAsked)
              : false,
          handleDrop: (view, event, _slice, moved) => {
            const data = event.dataTransfer
            const place = view.posAtCoords({ left: event.clientX, top: event.clientY })
            if (moved || !data || !place || isOwnCopy(data.getData('text/html'))) return false
            const { doc, tr } = view.state
            view.dispatch(tr.setSelection(TextSelection.near(doc.resolve(place.pos))))
            return paste(editor, data, options, false)
          },
        },
      }),
    ]
  },
})
