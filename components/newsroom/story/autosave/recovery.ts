import { isSameContent } from '@/lib/newsroom/draft/story-content'
import { maxAttempts, type OpenStory } from '@/lib/newsroom/draft/working-copy'
import { randomId } from '../../random-id'
import type { DraftState } from './draft-state'
import type { LocalDraft } from './local-draft-database'
import type { LocalDraftStore } from './local-draft-store'
import type { ApiRefusal, StoryApi } from './story-api'

type RecoveryContext = { state: DraftState; api: StoryApi; localDrafts: LocalDraftStore }

/** Sends the texts of closed pages from this machine. Returns whether the server has all of them. */
export async function recoverDrafts(
  context: RecoveryContext,
  abandoned: LocalDraft[],
  open: OpenStory,
): Promise<boolean> {
  const { state, localDrafts } = context
  state.applyServerCopy(open)
  for (const draft of abandoned) {
    // Its last save may still be in transit: the next text written contains it.
    if (isSameContent(draft.content, state.snapshot.content)) state.attempts.inherit(draft.attempts)
    else if (!(await recoverDraft(context, draft, open.attempts))) return false
    await localDrafts.remove(draft)
  }
  return true
}

async function recoverDraft(
  context: RecoveryContext,
  draft: LocalDraft,
  known: string[],
): Promise<boolean> {
  const { state, api } = context
  const { content, attempts } = draft
  const [last] = known
  const isOurs = last !== undefined && attempts.includes(last)
  const onVersion = isOurs ? state.attempts.version : draft.onVersion
  const earlier = attempts.slice(0, maxAttempts)
  const result = await api.save({ content, onVersion, attempt: randomId(), earlier }, false)
  if (!result) return false
  if (result.ok) state.set({ content, ...state.confirmSave(result, earlier[0]) })
  else if (result.conflictCopyId !== undefined) state.set({ conflictCopyId: result.conflictCopyId })
  else return adoptDraft(context, draft, result)
  return true
}

/** Shows a rejected text of a closed page here until it changes. Returns whether it is shown. */
function adoptDraft(
  { state, localDrafts }: RecoveryContext,
  { content }: LocalDraft,
  refusal: ApiRefusal,
): boolean {
  if (refusal.reason !== 'invalid' || !state.snapshot.isWriting) return false
  state.set({ content, isDirty: true })
  state.applyRefusal(refusal)
  localDrafts.save()
  return true
}
