import type { Page } from '@playwright/test'

/** The part of the editor that knows its caret; the editor is a property of its element. */
type MountedEditor = {
  view: {
    posAtDOM: (node: Node, offset: number) => number
    state: { selection: { head: number } }
  }
}

/**
 * Waits until the body's editor has heard where the caret was put: browsers tell of it in a task of their own, and a
 * script writes on sooner than any hand.
 */
export async function waitForCaret(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const body = document.querySelector('.ProseMirror')
    const selection = document.getSelection()
    if (!body || !selection?.focusNode || !body.contains(selection.focusNode)) return false
    const { view } = (body as unknown as { editor: MountedEditor }).editor
    return view.posAtDOM(selection.focusNode, selection.focusOffset) === view.state.selection.head
  })
}
