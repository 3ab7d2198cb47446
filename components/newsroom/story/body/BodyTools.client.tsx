'use client'

import type { Editor } from '@tiptap/core'
import { NodeSelection } from '@tiptap/pm/state'
import { useEditorState } from '@tiptap/react'
import { useTranslations } from 'next-intl'
import type { RefObject } from 'react'
import type { BijoyAnswers } from '@/components/newsroom/bijoy/answers'
import { PictureChooser } from '@/components/newsroom/media/PictureChooser.client'
import { PictureWords } from '@/components/newsroom/story/pictures/PictureWords.client'
import { usePicture } from '@/components/newsroom/story/pictures/use-pictures'
import type { Picture } from '@/lib/articles/article'
import { BijoyBar } from './BijoyBar.client'
import { EmbedForm } from './EmbedForm.client'
import { embedBlock } from './embeds'
import { emptyTable, insertBlocks } from './insert'
import type { KnownPictures } from './known-pictures'
import { LinkForm } from './LinkForm.client'
import { TableTools } from './TableTools.client'
import { type Asked, Toolbar } from './Toolbar.client'
import { tableAt } from './table-commands'

type BodyToolsProps = {
  editor: Editor
  bar: RefObject<HTMLDivElement | null>
  pictures: KnownPictures
  answers: BijoyAnswers
  asked: Asked | null
  notice: string | null
  onAsk: (what: Asked | null) => void
  onNotice: (words: string | null) => void
}

/** What is at hand for the block that the caret is in. */
function blockState({ editor }: { editor: Editor }) {
  const { selection } = editor.state
  const node = selection instanceof NodeSelection ? selection.node : null
  const pictureBlock = node?.type.name === 'picture' ? node : selection.$from.parent
  return {
    isInTable: tableAt(editor) !== null,
    pictureId: pictureBlock.type.name === 'picture' ? Number(pictureBlock.attrs.imageId) : null,
    embed:
      node?.type.name === 'embed'
        ? { at: selection.from, url: String(node.attrs.url), title: String(node.attrs.title) }
        : null,
  }
}

/** The tools of the body, and below them what belongs to the block in hand. They stay in sight while it is scrolled. */
export function BodyTools(props: BodyToolsProps) {
  const { editor, bar, pictures, answers, asked, notice, onAsk, onNotice } = props
  const t = useTranslations('newsroomEditor')
  const said = useTranslations('newsroomPicture')
  const { isInTable, pictureId, embed } = useEditorState({ editor, selector: blockState })
  const picture = usePicture(pictures, pictureId)
  const leave = () => {
    onAsk(null)
    editor.commands.focus()
  }
  const putPicture = (chosen: Picture) => {
    pictures.add([chosen])
    onAsk(null)
    insertBlocks(editor, [{ kind: 'image', imageId: chosen.id }])
  }
  return (
    <div className="sticky top-[var(--status-height,3.25rem)] z-10 max-h-[60vh] overflow-y-auto bg-paper">
      <Toolbar
        editor={editor}
        bar={bar}
        onAsk={onAsk}
        onTable={() => insertBlocks(editor, [emptyTable])}
      />
      <BijoyBar editor={editor} answers={answers} />
      {notice && (
        <div role="alert" className="flex items-center gap-2 border-b border-rule bg-wash p-2">
          <p className="min-w-0 flex-1 text-16">{notice}</p>
          <button
            type="button"
            onClick={() => onNotice(null)}
            className="min-h-11 px-2 text-16 underline"
          >
            {t('dismiss')}
          </button>
        </div>
      )}
      {asked === 'link' && <LinkForm editor={editor} onDone={() => onAsk(null)} />}
      {asked === 'embed' && (
        <EmbedForm
          isNew
          url=""
          title=""
          onLeave={leave}
          onSet={({ url, title }) => {
            onAsk(null)
            insertBlocks(editor, [embedBlock(url, title)])
          }}
        />
      )}
      {isInTable && <TableTools editor={editor} />}
      {embed && asked === null && (
        <EmbedForm
          key={embed.at}
          isNew={false}
          url={embed.url}
          title={embed.title}
          onLeave={leave}
          onSet={(words) => editor.chain().focus().updateAttributes('embed', words).run()}
        />
      )}
      {picture && (
        <details className="border-b border-rule px-3">
          <summary className="min-h-11 py-2 text-16 font-bold">{said('words')}</summary>
          <div className="pb-3">
            <PictureWords
              key={picture.id}
              picture={picture}
              withCaption={false}
              onKept={(kept) => pictures.add([kept])}
            />
          </div>
        </details>
      )}
      {asked === 'picture' && <PictureChooser onChoose={putPicture} onClose={leave} />}
    </div>
  )
}
