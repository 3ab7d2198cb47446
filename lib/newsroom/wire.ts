import type { OpenStory, StoryState } from './working-copy'

/** A value as JSON carries it. */
export type OnWire<T> = T extends Date
  ? string
  : T extends (infer Item)[]
    ? OnWire<Item>[]
    : T extends object
      ? { [Name in keyof T]: OnWire<T[Name]> }
      : T

const dateOf = (stamp: string | null) => (stamp === null ? null : new Date(stamp))

/** The state as it was before JSON. */
export function readState(state: OnWire<StoryState>): StoryState {
  return {
    ...state,
    publishAt: dateOf(state.publishAt),
    trashedAt: dateOf(state.trashedAt),
    savedAt: dateOf(state.savedAt),
    parked: state.parked.map((parked) => ({ ...parked, at: new Date(parked.at) })),
  }
}

/** An open story as JSON carries it: its content has no instants. */
export type OpenOnWire = Omit<OpenStory, 'state'> & { state: OnWire<StoryState> }

export const readOpenStory = (open: OpenOnWire): OpenStory => ({
  ...open,
  state: readState(open.state),
})

/** Who a page was drawn for: what it sends is not to be taken for the work of whoever signed in since. */
export const asHeader = 'x-newsroom-as'

/** The most that a page may send of a story at once. */
export const mostSentBytes = 8 * 1024 * 1024
