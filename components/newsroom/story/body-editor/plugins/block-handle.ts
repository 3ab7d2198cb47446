import { Extension } from '@tiptap/core'
import { NodeSelection, Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

type HandleOptions = { label: string }

/** The block of the document's top at that height of the page. */
function blockAt(view: EditorView, y: number): { position: number; dom: HTMLElement } | null {
  const { left, width } = view.dom.getBoundingClientRect()
  const place = view.posAtCoords({ left: left + width / 2, top: y })
  if (!place) return null
  const $at = view.state.doc.resolve(place.inside >= 0 ? place.inside : place.pos)
  const position = $at.depth > 0 ? $at.before(1) : $at.pos
  const dom = view.nodeDOM(position)
  return dom instanceof HTMLElement ? { position, dom } : null
}

/** A drag handle beside the block under the pointer. Keyboard users have Alt+↑, Alt+↓ and two buttons. */
class BlockHandleView {
  #grip = document.createElement('div')
  #position = 0

  constructor(
    private view: EditorView,
    label: string,
  ) {
    this.#grip.className = 'block-grip'
    this.#grip.draggable = true
    this.#grip.title = label
    this.#grip.setAttribute('aria-hidden', 'true')
    this.#grip.textContent = '⠿'
    this.#grip.hidden = true
    this.#grip.addEventListener('dragstart', this.#onDragStart)
    this.#grip.addEventListener('dragend', this.hide)
    view.dom.parentElement?.append(this.#grip)
    view.dom.parentElement?.addEventListener('mousemove', this.#onMouseMove)
    view.dom.parentElement?.addEventListener('mouseleave', this.hide)
  }

  hide = () => {
    this.#grip.hidden = true
  }

  destroy() {
    this.#grip.parentElement?.removeEventListener('mousemove', this.#onMouseMove)
    this.#grip.parentElement?.removeEventListener('mouseleave', this.hide)
    this.#grip.remove()
  }

  #onMouseMove = (event: MouseEvent) => {
    if (!this.view.editable || event.buttons > 0) return
    const block = blockAt(this.view, event.clientY)
    this.#grip.hidden = block === null
    if (!block) return
    this.#position = block.position
    const { top } = this.view.dom.getBoundingClientRect()
    this.#grip.style.top = `${block.dom.getBoundingClientRect().top - top}px`
  }

  #onDragStart = (event: DragEvent) => {
    const { view } = this
    const node = view.state.doc.nodeAt(this.#position)
    if (!node || !event.dataTransfer) return
    const selection = NodeSelection.create(view.state.doc, this.#position)
    view.dispatch(view.state.tr.setSelection(selection))
    const slice = selection.content()
    event.dataTransfer.setData('text/plain', node.textContent)
    event.dataTransfer.effectAllowed = 'move'
    // ProseMirror moves the slice in `view.dragging` and shows its drop cursor.
    view.dragging = { slice, move: true }
  }
}

export const BlockHandle = Extension.create<HandleOptions>({
  name: 'blockHandle',
  addOptions: () => ({ label: '' }),
  addProseMirrorPlugins() {
    const { label } = this.options
    return [
      new Plugin({
        view: (view) => {
          const handle = new BlockHandleView(view, label)
          return {
            // A transaction that changes only decorations does not hide the handle.
            update: ({ state }, before) => {
              if (!state.doc.eq(before.doc)) handle.hide()
            },
            destroy: () => handle.destroy(),
          }
        },
      }),
    ]
  },
})
