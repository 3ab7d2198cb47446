import { getMessages } from 'next-intl/server'
import { storyRoute } from '@/app/(newsroom)/newsroom/(dashboard)/_stories/story-route'
import { paperNow } from '@/lib/clock'
import { previewContextInput } from '@/lib/newsroom/preview/preview-address'
import { findPreview } from '@/lib/newsroom/preview/preview-queries'

/** The messages of the reader components that render a preview. */
const readerNamespaces = ['site', 'article', 'report', 'list', 'front', 'preview'] as const

/** The data with which a preview is rendered. It is requested once, and again for each new reference. */
export const POST = storyRoute(async ({ actor, id, sent }) => {
  const input = previewContextInput.safeParse(sent)
  if (!input.success) return 'invalid'
  const { numbers, view, place } = input.data
  const preview = await findPreview(actor, id, numbers, { view, place }, paperNow())
  if (typeof preview === 'string') return preview
  const messages = await getMessages()
  const words = Object.fromEntries(readerNamespaces.map((name) => [name, messages[name]]))
  return { ok: true, preview, words }
})
