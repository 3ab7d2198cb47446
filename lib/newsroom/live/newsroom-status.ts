/**
 * The status that every open page of the newsroom receives when it changes: the data of an event of /newsroom/events.
 */
export type NewsroomStatus = {
  /** Differs from the one before when a command has changed something. */
  change: string
  /** Stories that wait for this user: handed in to the desk, or sent back to a reporter. */
  pendingCount: number
  /** The scheduler's delay in seconds; null when it was never started. */
  lateSeconds: number | null
  /** By how many seconds the database's clock is ahead of the server's. */
  clockOffsetSeconds: number
  /** Stories that readers get within minutes without what was written since; `publicAt` as an ISO time. */
  plannedChanges: { id: number; headline: string; publicAt: string }[]
}

/** The address of the event stream. */
export const eventsPath = '/newsroom/events'
