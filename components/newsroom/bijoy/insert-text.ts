/** Puts text where the caret is, as typing would: the browser's own undo knows of it. */
export function insertText(field: HTMLTextAreaElement, text: string): void {
  field.focus()
  field.ownerDocument.execCommand('insertText', false, text)
}
