import { getMessages } from 'next-intl/server'
import { storyRoute } from '@/app/(newsroom)/newsroom/(dashboard)/_stories/story-route'
import { previewContextInput } from '@/lib/newsroom/preview/preview-address'
import { findPreview } from '@/lib/newsroom/preview/preview-queries'

/** What the readers' components that a preview is drawn with say. */
const readerNamespaces = ['site', 'article', 'list', 'front', 'preview'] as const

/** What a story's content is drawn with at this moment: asked for once, and again when it is tied to something new. */
export const POST = storyRoute(async ({ actor, id, sent }) => {
  const input = previewContextInput.safeParse(sent)
  if (!input.success) return 'invalid'
  const { numbers, view, place } = input.data
  const preview = await findPreview(actor, id, numbers, { view, place }, new Date())
  if (typeof preview === 'string') return preview
  const messages = await getMessages()
  const words = Object.fromEntries(readerNamespaces.map((name) => [name, messages[name]]))
  return { ok: true, preview, words }
})
