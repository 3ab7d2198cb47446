import type { Node } from '@tiptap/pm/model'
import type { NodeView } from '@tiptap/pm/view'
import { offeredWidths, picturePath } from '@/lib/media/picture'
import type { KnownPictures } from './known-pictures'

export type PictureWords = {
  /** In place of a picture that the archive does not have, and of one that is still looked for. */
  missing: string
  looking: string
  /** In place of a caption that is not there. */
  caption: string
}

const widestShown = 640

/** A picture in the text: the picture itself, and below it the caption to write in. */
export class PictureView implements NodeView {
  dom = document.createElement('figure')
  contentDOM = document.createElement('figcaption')
  #frame = document.createElement('div')
  #shown = ''
  #leave: () => void

  constructor(
    private node: Node,
    private pictures: KnownPictures,
    private words: PictureWords,
  ) {
    this.#frame.contentEditable = 'false'
    this.#frame.className = 'picture-frame'
    this.dom.append(this.#frame, this.contentDOM)
    this.contentDOM.dataset.placeholder = words.caption
    this.#showPlaceholder()
    this.#leave = pictures.subscribe(() => this.#draw())
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
    this.#leave()
  }

  #showPlaceholder() {
    this.contentDOM.classList.toggle('is-empty', this.node.content.size === 0)
  }

  #draw() {
    const id = Number(this.node.attrs.imageId)
    const picture = this.pictures.find(id)
    const key = JSON.stringify([id, picture])
    if (key === this.#shown) return
    this.#shown = key
    this.dom.dataset.picture = String(id)
    if (!picture) {
      this.#frame.textContent = picture === null ? this.words.missing : this.words.looking
      return
    }
    const width = offeredWidths(picture, widestShown).at(-1) ?? 160
    const image = document.createElement('img')
    image.src = picturePath(picture, width, 'webp')
    image.alt = picture.alt
    image.width = picture.width
    image.height = picture.height
    this.#frame.replaceChildren(image)
  }
}
