/** A look at a story that was handed to somebody without an account, as the newsroom lists it. */
export type PreviewLinkInfo = {
  id: string
  /** The whole address, to be sent as it is. */
  address: string
  createdAt: Date
  expiresAt: Date
  /** Null when the account is gone. */
  createdBy: string | null
}

/** How long a link may be good for, in hours. */
export const linkHours = [24, 72, 168, 720] as const
export const defaultLinkHours = 72
/** The links of one story. */
export const maxLinks = 20
