import { getMessages } from 'next-intl/server'
import { aroundInput } from '@/lib/newsroom/preview-address'
import { findPreview } from '@/lib/newsroom/preview-queries'
import { storyRoute } from '../story-route'

/** What the readers' components that a preview is drawn with say. */
const wordsOfReaders = ['site', 'article', 'list', 'front', 'preview'] as const

/** What a story's content is drawn with at this moment: asked for once, and again when it is tied to something new. */
export const POST = storyRoute(async ({ actor, id, sent }) => {
  const wish = aroundInput.safeParse(sent)
  if (!wish.success) return 'invalid'
  const { numbers, view, place } = wish.data
  const preview = await findPreview(actor, id, numbers, { view, place }, new Date())
  if (typeof preview === 'string') return preview
  const messages = await getMessages()
  const words = Object.fromEntries(wordsOfReaders.map((name) => [name, messages[name]]))
  return { ok: true, preview, words }
})
