import { storyRoute } from '@/app/(newsroom)/newsroom/(dashboard)/_stories/story-route'
import { runAs } from '@/lib/commands/run-as'
import { readNumber } from '@/lib/content-model/article'
import { listStoryChoices } from '@/lib/newsroom/draft/story-choice-queries'
import { resolveConflict } from '@/lib/newsroom/draft/working-copy-commands'
import { findConflictCopyContent } from '@/lib/newsroom/draft/working-copy-queries'

/** A conflict copy, with the names that it refers to. */
export const GET = storyRoute(async ({ actor, id, params }) => {
  const conflictCopyId = readNumber(params.conflictId ?? '')
  const content =
    conflictCopyId === null
      ? 'noSuchConflictCopy'
      : await findConflictCopyContent(actor, id, conflictCopyId)
  if (typeof content === 'string') return content
  return { ok: true, content, choices: await listStoryChoices(content) }
})

/** The resolution that the user chose. */
export const POST = storyRoute(async ({ actor, sent, params }) => {
  const conflictCopyId = readNumber(params.conflictId ?? '')
  if (conflictCopyId === null) return 'noSuchConflictCopy'
  return runAs(resolveConflict, actor, { ...sent, conflictCopyId })
})
