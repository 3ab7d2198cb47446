import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import type { PictureStore } from '@/components/newsroom/story/body-editor/picture-store'
import type { Picture } from '@/lib/content-model/article'

/** Sends a file into the archive. @throws Error whose message is a refusal's key */
export type Upload = (file: File, onProgress?: (fraction: number) => void) => Promise<Picture>

type UploadMeta = { add: { id: object; at: number; element: HTMLElement } } | { remove: object }

const uploadKey = new PluginKey<DecorationSet>('uploads')

/** Places that wait for pictures on their way to the archive; they move with the text around them. */
export const uploadPlugin = () =>
  new Plugin<DecorationSet>({
    key: uploadKey,
    state: {
      init: () => DecorationSet.empty,
      apply: (tr, places) => {
        const mapped = places.map(tr.mapping, tr.doc)
        const meta: UploadMeta | undefined = tr.getMeta(uploadKey)
        if (!meta) return mapped
        if ('add' in meta) {
          const { id, at, element } = meta.add
          return mapped.add(tr.doc, [Decoration.widget(at, element, { id, side: 1 })])
        }
        return mapped.remove(mapped.find(undefined, undefined, ({ id }) => id === meta.remove))
      },
    },
    props: { decorations: (state) => uploadKey.getState(state) },
  })

const positionOf = (view: EditorView, id: object) =>
  uploadKey.getState(view.state)?.find(undefined, undefined, (spec) => spec.id === id)[0]?.from

function createPlaceholder(words: (percent: number) => string) {
  const element = document.createElement('p')
  element.className = 'picture-waits'
  element.setAttribute('role', 'status')
  const onProgress = (fraction: number) => {
    element.textContent = words(Math.round(fraction * 100))
  }
  onProgress(0)
  return { element, onProgress }
}

type UploadContext = {
  upload: Upload
  pictures: PictureStore
  words: (percent: number) => string
  onError: (error: unknown) => void
}

/** An invisible widget that marks the position of the next picture. */
const createPositionMarker = () => document.createElement('span')

/** Uploads a picture and inserts it where it was dropped or pasted. Writing may continue meanwhile. */
async function uploadAt(view: EditorView, file: File, at: number, context: UploadContext) {
  const id = {}
  const { element, onProgress } = createPlaceholder(context.words)
  view.dispatch(view.state.tr.setMeta(uploadKey, { add: { id, at, element } }))
  try {
    const picture = await context.upload(file, onProgress)
    if (view.isDestroyed) return
    context.pictures.add([picture])
    const { tr, schema, doc } = view.state
    const block = schema.nodes.picture?.create({ imageId: picture.id })
    // If its position was deleted meanwhile, the picture is appended, so that the upload is not lost.
    if (block) tr.insert(positionOf(view, id) ?? doc.content.size, block)
    view.dispatch(tr.setMeta(uploadKey, { remove: id }))
  } catch (error) {
    if (view.isDestroyed) return
    view.dispatch(view.state.tr.setMeta(uploadKey, { remove: id }))
    context.onError(error)
  }
}

/** Inserts the pictures below the block, one after the other, so that they keep their order. */
export async function uploadPictures(
  view: EditorView,
  files: File[],
  at: number,
  context: UploadContext,
) {
  const $at = view.state.doc.resolve(at)
  const id = {}
  let place = $at.depth > 0 ? $at.after(1) : at
  view.dispatch(
    view.state.tr.setMeta(uploadKey, { add: { id, at: place, element: createPositionMarker() } }),
  )
  for (const file of files) {
    await uploadAt(view, file, place, context)
    if (view.isDestroyed) return
    place = positionOf(view, id) ?? view.state.doc.content.size
  }
  view.dispatch(view.state.tr.setMeta(uploadKey, { remove: id }))
}
