'use client'

import type { Editor } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import { useEditorState } from '@tiptap/react'
import { useTranslations } from 'next-intl'
import { BijoyOffer } from '@/components/newsroom/story/BijoyOffer.client'
import { toBengaliDigits } from '@/lib/bengali/digits'
import { convertFound, keepFound, settleWord } from './bijoy/convert'
import { bijoyKey, unsureWords } from './bijoy/state'

const buttonClass = 'min-h-11 border border-edge bg-paper px-3 text-16'

const stateOf = ({ editor }: { editor: Editor }) => ({
  isFound: !!bijoyKey.getState(editor.state)?.found,
  unsure: unsureWords(editor.state),
})

/** Pasted Bijoy is offered converted; then its doubtful words are gone through, one after the other. */
export function BijoyBar({ editor }: { editor: Editor }) {
  const t = useTranslations('newsroomBijoy')
  const { isFound, unsure } = useEditorState({ editor, selector: stateOf })
  const [word] = unsure
  const see = () => {
    if (!word) return
    const { doc } = editor.state
    const shown = TextSelection.create(doc, word.from, word.to)
    editor.view.dispatch(editor.state.tr.setSelection(shown).scrollIntoView())
    editor.commands.focus()
  }
  return (
    <>
      {isFound && (
        <BijoyOffer onConvert={() => convertFound(editor)} onKeep={() => keepFound(editor)} />
      )}
      {!isFound && word && (
        <div className="flex flex-wrap items-center gap-2 border-b border-rule bg-wash p-2">
          <p role="status" className="min-w-0 flex-1 basis-40 text-16">
            <b>{t('unsure', { count: toBengaliDigits(unsure.length) })}:</b>{' '}
            {t('word', { original: word.original, converted: word.converted })}
          </p>
          <button type="button" onClick={see} className={buttonClass}>
            {t('see')}
          </button>
          <button
            type="button"
            onClick={() => settleWord(editor, word, true)}
            className={buttonClass}
          >
            {t('yes')}
          </button>
          <button
            type="button"
            onClick={() => settleWord(editor, word, false)}
            className={buttonClass}
          >
            {t('no')}
          </button>
        </div>
      )}
    </>
  )
}
