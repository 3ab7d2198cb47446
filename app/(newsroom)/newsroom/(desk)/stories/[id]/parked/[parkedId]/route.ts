import { readNumber } from '@/lib/articles/article'
import { carryOut } from '@/lib/auth/carry-out'
import { listStoryChoices } from '@/lib/newsroom/choice-queries'
import { settleParked } from '@/lib/newsroom/copy-commands'
import { findParkedContent } from '@/lib/newsroom/copy-queries'
import { storyRoute } from '../../story-route'

/** A text that waits, with the names that it is tied to. */
export const GET = storyRoute(async ({ actor, id, params }) => {
  const parkedId = readNumber(params.parkedId ?? '')
  const content = parkedId === null ? 'noSuchParked' : await findParkedContent(actor, id, parkedId)
  if (typeof content === 'string') return content
  return { ok: true, content, choices: await listStoryChoices(content) }
})

/** What was chosen. */
export const POST = storyRoute(async ({ actor, sent, params }) => {
  const parkedId = readNumber(params.parkedId ?? '')
  if (parkedId === null) return 'noSuchParked'
  return carryOut(settleParked, actor, { ...sent, parkedId })
})
