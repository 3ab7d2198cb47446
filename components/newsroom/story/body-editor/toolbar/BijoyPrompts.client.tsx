'use client'

import type { Editor } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import { useEditorState } from '@tiptap/react'
import { AmbiguousWordPrompt } from '@/components/newsroom/bijoy/AmbiguousWordPrompt.client'
import { BijoyConvertPrompt } from '@/components/newsroom/bijoy/BijoyConvertPrompt.client'
import type { BijoyDecisionStore } from '@/components/newsroom/bijoy/bijoy-decisions'
import {
  ambiguousWords,
  bijoyKey,
} from '@/components/newsroom/story/body-editor/bijoy/bijoy-plugin'
import {
  convertFound,
  keepFoundAsTyped,
  resolveWord,
} from '@/components/newsroom/story/body-editor/bijoy/convert'

const stateOf = ({ editor }: { editor: Editor }) => ({
  isFound: !!bijoyKey.getState(editor.state)?.found,
  unsure: ambiguousWords(editor.state),
})

type BijoyPromptsProps = { editor: Editor; decisions: BijoyDecisionStore }

/** First offers to convert Bijoy, then asks about each doubtful word. */
export function BijoyPrompts({ editor, decisions }: BijoyPromptsProps) {
  const { isFound, unsure } = useEditorState({ editor, selector: stateOf })
  const [word] = unsure
  const showWord = () => {
    if (!word) return
    const { doc } = editor.state
    const shown = TextSelection.create(doc, word.from, word.to)
    editor.view.dispatch(editor.state.tr.setSelection(shown).scrollIntoView())
    editor.commands.focus()
  }
  if (isFound) {
    return (
      <BijoyConvertPrompt
        onConvert={() => convertFound(editor, decisions)}
        onKeep={() => keepFoundAsTyped(editor, decisions)}
      />
    )
  }
  if (!word) return null
  return (
    <AmbiguousWordPrompt
      word={word}
      count={unsure.length}
      onShow={showWord}
      onResolve={(isBijoyWord) => resolveWord(editor, decisions, word, isBijoyWord)}
    />
  )
}
