import type { OpenStory, StoryEditState } from './working-copy'

/** A value as JSON carries it. */
export type Dto<T> = T extends Date
  ? string
  : T extends (infer Item)[]
    ? Dto<Item>[]
    : T extends object
      ? { [Name in keyof T]: Dto<T[Name]> }
      : T

const dateOf = (isoDate: string | null) => (isoDate === null ? null : new Date(isoDate))

/** Restores the dates of a state that was read from JSON. */
export function parseStoryEditState(state: Dto<StoryEditState>): StoryEditState {
  return {
    ...state,
    publishAt: dateOf(state.publishAt),
    trashedAt: dateOf(state.trashedAt),
    savedAt: dateOf(state.savedAt),
    conflictCopies: state.conflictCopies.map((conflictCopy) => ({
      ...conflictCopy,
      at: new Date(conflictCopy.at),
    })),
  }
}

/** An open story as JSON carries it. Only its state contains dates. */
export type OpenStoryDto = Omit<OpenStory, 'state'> & { state: Dto<StoryEditState> }

export const parseOpenStory = (open: OpenStoryDto): OpenStory => ({
  ...open,
  state: parseStoryEditState(open.state),
})

/** The user that the page was rendered for, so that its requests never count as those of a user who logged in later. */
export const actorHeader = 'x-newsroom-as'

/** The largest request body for a story, in bytes. */
export const maxStoryRequestBytes = 8 * 1024 * 1024
