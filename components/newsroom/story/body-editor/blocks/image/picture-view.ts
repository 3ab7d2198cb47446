import type { Node } from '@tiptap/pm/model'
import type { NodeView } from '@tiptap/pm/view'
import type { PictureStore } from '@/components/newsroom/story/body-editor/picture-store'
import { offeredWidths, picturePath } from '@/lib/media/files/picture'

export type PictureViewLabels = {
  /** In place of a picture that the archive does not have, and of one that is still looked for. */
  missing: string
  looking: string
  /** In place of a caption that is not there. */
  caption: string
}

const maxWidth = 640

/** A picture in the text: the picture itself, and below it the caption to write in. */
export class PictureView implements NodeView {
  dom = document.createElement('figure')
  contentDOM = document.createElement('figcaption')
  #frame = document.createElement('div')
  #shown = ''
  #unsubscribe: () => void

  constructor(
    private node: Node,
    private pictures: PictureStore,
    private labels: PictureViewLabels,
  ) {
    this.#frame.contentEditable = 'false'
    this.#frame.className = 'picture-frame'
    this.dom.append(this.#frame, this.contentDOM)
    this.contentDOM.dataset.placeholder = labels.caption
    this.#showPlaceholder()
    this.#unsubscribe = pictures.subscribe(() => this.#draw())
    this.#draw()
  }

  update(node: Node): boolean {
    if (node.type !== this.node.type) return false
    this.node = node
    this.#showPlaceholder()
    this.#draw()
    return true
  }

  ignoreMutation(mutation: { type: string; target: globalThis.Node }): boolean {
    return mutation.type !== 'selection' && !this.contentDOM.contains(mutation.target)
  }

  destroy(): void {
    this.#unsubscribe()
  }

  #showPlaceholder() {
    this.contentDOM.classList.toggle('is-empty', this.node.content.size === 0)
  }

  #draw() {
    const id = Number(this.node.attrs.imageId)
    const picture = this.pictures.find(id)
    const { alt } = this.node.attrs
    const key = JSON.stringify([id, picture, alt])
    if (key === this.#shown) return
    this.#shown = key
    this.dom.dataset.picture = String(id)
    if (!picture) {
      this.#frame.textContent = picture === null ? this.labels.missing : this.labels.looking
      return
    }
    const width = offeredWidths(picture, maxWidth).at(-1) ?? 160
    const image = document.createElement('img')
    image.src = picturePath(picture, width, 'webp')
    image.alt = alt || picture.alt
    image.width = picture.width
    image.height = picture.height
    this.#frame.replaceChildren(image)
  }
}
