import type { Editor } from '@tiptap/core'
import { NodeSelection, Selection } from '@tiptap/pm/state'
import { type RefObject, useEffect } from 'react'
import { insertText } from '@/components/newsroom/bijoy/insert-text'
import type { PictureStore } from '@/components/newsroom/story/body-editor/picture-store'
import { singleLineFields } from '@/lib/newsroom/draft/house-style-findings'
import type { ChecklistLocation } from '@/lib/newsroom/publish/checklist'
import { registerForm } from './open-form'

const fieldIn = (form: HTMLElement, name: string) =>
  singleLineFields.some((line) => line === name)
    ? form.querySelector<HTMLElement>(`textarea[name=${name}]`)
    : form.querySelector<HTMLElement>(
        `[data-field=${name}] input, [data-field=${name}] button, [data-field=${name}]`,
      )

function goToBlock(editor: Editor, index: number) {
  const { doc } = editor.state
  let at = 0
  doc.forEach((_, position, place) => {
    if (place <= index) at = position
  })
  const selection = Selection.findFrom(doc.resolve(at), 1) ?? Selection.atEnd(doc)
  editor.view.dispatch(editor.state.tr.setSelection(selection).scrollIntoView())
  editor.commands.focus()
}

// The words of a picture in the text are drawn once it is selected.
const mostFrames = 20

/** Opens the words of the picture and focuses the one that is asked for, as soon as they are drawn. */
function focusWords(form: HTMLElement, id: number, words: string, frames = 0) {
  const selector = `[data-picture="${id}"] [data-words=${words}] textarea`
  const field = form.querySelector<HTMLElement>(selector)
  if (field) {
    const details = field.closest('details')
    if (details) details.open = true
    field.focus()
  } else if (frames < mostFrames)
    requestAnimationFrame(() => focusWords(form, id, words, frames + 1))
}

function selectPicture(editor: Editor, id: number) {
  let at: number | null = null
  editor.state.doc.forEach((node, position) => {
    if (node.type.name === 'picture' && node.attrs.imageId === id) at ??= position
  })
  // The lead picture is not in the text.
  if (at === null) return
  const selection = NodeSelection.create(editor.state.doc, at)
  editor.view.dispatch(editor.state.tr.setSelection(selection).scrollIntoView())
  editor.commands.focus()
}

function goTo(form: HTMLElement, editor: Editor, place: ChecklistLocation) {
  if ('block' in place) goToBlock(editor, place.block)
  else if ('picture' in place) {
    selectPicture(editor, place.picture)
    focusWords(form, place.picture, place.words)
  } else if (place.field === 'body') editor.commands.focus('start')
  else fieldIn(form, place.field)?.focus()
}

/** The place of `part` nearest to an offset. The typed text is not yet normalized and may be longer. */
function nearestIndexOf(text: string, part: string, near: number): number {
  const [before, after] = [text.lastIndexOf(part, near), text.indexOf(part, near)]
  if (before < 0 || after < 0) return Math.max(before, after)
  return near - before <= after - near ? before : after
}

/** Opens the form to the panels beside it, as soon as its editor is there. */
export function useFormHandle(
  form: RefObject<HTMLDivElement | null>,
  editor: Editor | null,
  pictures: PictureStore,
): void {
  useEffect(() => {
    const element = form.current
    if (!editor || !element) return
    return registerForm({
      editor,
      goTo: (place) => goTo(element, editor, place),
      replaceIn: (name, part, near, replacement) => {
        const field = element.querySelector<HTMLTextAreaElement>(`textarea[name=${name}]`)
        const at = field ? nearestIndexOf(field.value, part, near) : -1
        if (!field || at < 0) return
        field.setSelectionRange(at, at + part.length)
        insertText(field, replacement)
      },
      pictures: pictures.all,
      onPictures: pictures.subscribe,
    })
  }, [form, editor, pictures])
}
