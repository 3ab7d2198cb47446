/** Inserts text at the caret as typing does, so that the browser's undo includes it. */
export function insertText(field: HTMLTextAreaElement, text: string): void {
  field.focus()
  field.ownerDocument.execCommand('insertText', false, text)
}
