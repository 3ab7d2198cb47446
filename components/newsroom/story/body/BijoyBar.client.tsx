'use client'

import type { Editor } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import { useEditorState } from '@tiptap/react'
import type { BijoyAnswers } from '@/components/newsroom/bijoy/answers'
import { BijoyOffer } from '@/components/newsroom/bijoy/BijoyOffer.client'
import { UnsureWord } from '@/components/newsroom/bijoy/UnsureWord.client'
import { convertFound, keepFound, settleWord } from './bijoy/convert'
import { bijoyKey, unsureWords } from './bijoy/state'

const stateOf = ({ editor }: { editor: Editor }) => ({
  isFound: !!bijoyKey.getState(editor.state)?.found,
  unsure: unsureWords(editor.state),
})

type BijoyBarProps = { editor: Editor; answers: BijoyAnswers }

/** Bijoy is offered converted; then its doubtful words are gone through, one after the other. */
export function BijoyBar({ editor, answers }: BijoyBarProps) {
  const { isFound, unsure } = useEditorState({ editor, selector: stateOf })
  const [word] = unsure
  const see = () => {
    if (!word) return
    const { doc } = editor.state
    const shown = TextSelection.create(doc, word.from, word.to)
    editor.view.dispatch(editor.state.tr.setSelection(shown).scrollIntoView())
    editor.commands.focus()
  }
  if (isFound) {
    return (
      <BijoyOffer
        onConvert={() => convertFound(editor, answers)}
        onKeep={() => keepFound(editor, answers)}
      />
    )
  }
  if (!word) return null
  return (
    <UnsureWord
      word={word}
      count={unsure.length}
      onSee={see}
      onSettle={(isBijoyWord) => settleWord(editor, answers, word, isBijoyWord)}
    />
  )
}
