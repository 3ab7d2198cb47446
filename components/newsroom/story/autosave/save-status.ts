import type { AutosaveState } from './autosave-state'

/** The save status: a key of "newsroomStory", or of the server's refusal. */
export type SaveStatus =
  | 'opening'
  | 'nothingYet'
  | 'saved'
  | 'savedBy'
  | 'saving'
  | 'unsaved'
  | 'unavailable'
  | 'unavailableClean'
  | 'offline'
  | 'offlineClean'
  | 'offlineUnkept'
  | 'signedOut'
  | 'notTaken'

type SaveStatusInput = Pick<
  AutosaveState,
  'isDirty' | 'isSending' | 'isStoredLocally' | 'isOpen' | 'isWriting' | 'syncError'
> & {
  state: Pick<AutosaveState['state'], 'savedAt' | 'savedBy'>
}

/** The one save status that is shown. An error comes before everything else. */
export function saveStatus(input: SaveStatusInput): SaveStatus {
  const { syncError, isDirty, isStoredLocally, isSending, isOpen, isWriting, state } = input
  if (syncError === 'offline') {
    if (!isDirty) return isOpen ? 'offlineClean' : 'offline'
    return isStoredLocally ? 'offline' : 'offlineUnkept'
  }
  if (syncError === 'unavailable') {
    if (isDirty && !isStoredLocally) return 'offlineUnkept'
    return isDirty || !isOpen ? 'unavailable' : 'unavailableClean'
  }
  if (syncError === 'signedOut') return 'signedOut'
  if (syncError) return 'notTaken'
  if (!isOpen) return 'opening'
  if (isSending) return 'saving'
  if (isDirty) return 'unsaved'
  if (!state.savedAt) return 'nothingYet'
  return isWriting || !state.savedBy ? 'saved' : 'savedBy'
}
