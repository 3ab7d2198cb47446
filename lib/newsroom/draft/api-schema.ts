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

/** The state as it was before JSON. */
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

/** An open story as JSON carries it: its content has no instants. */
export type OpenStoryDto = Omit<OpenStory, 'state'> & { state: Dto<StoryEditState> }

export const parseOpenStory = (open: OpenStoryDto): OpenStory => ({
  ...open,
  state: parseStoryEditState(open.state),
})

/** Who a page was drawn for: what it sends is not to be taken for the work of whoever signed in since. */
export const actorHeader = 'x-newsroom-as'

/** The most that a page may send of a story at once. */
export const maxStoryRequestBytes = 8 * 1024 * 1024
