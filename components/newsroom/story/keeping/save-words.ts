import type { Keeping } from './keeping'

/** What is said of a story's keeping: a word of "newsroomStory", or of why the server did not take it. */
export type SaveWord =
  | 'opening'
  | 'nothingYet'
  | 'saved'
  | 'savedBy'
  | 'saving'
  | 'unsaved'
  | 'offline'
  | 'offlineClean'
  | 'offlineUnkept'
  | 'signedOut'
  | 'notTaken'

type Kept = Pick<
  Keeping,
  'isDirty' | 'isSending' | 'isKept' | 'isOpen' | 'isWriting' | 'trouble'
> & {
  state: Pick<Keeping['state'], 'savedAt' | 'savedBy'>
}

/** The one word for where the text is. Trouble comes first: everything else may wait. */
export function saveWord(kept: Kept): SaveWord {
  const { trouble, isDirty, isKept, isSending, isOpen, isWriting, state } = kept
  if (trouble === 'offline') {
    if (!isDirty) return isOpen ? 'offlineClean' : 'offline'
    return isKept ? 'offline' : 'offlineUnkept'
  }
  if (trouble === 'signedOut') return 'signedOut'
  if (trouble) return 'notTaken'
  if (!isOpen) return 'opening'
  if (isSending) return 'saving'
  if (isDirty) return 'unsaved'
  if (!state.savedAt) return 'nothingYet'
  return isWriting || !state.savedBy ? 'saved' : 'savedBy'
}
