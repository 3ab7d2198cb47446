import type { Correction } from '@/lib/content-model/article'
import type { Photocard } from './photocard'

/** A card's story that readers have. */
export type PublicStory = {
  kind: 'public'
  path: string
  headline: string
  publicAt: Date
  /** It says something else than when the card was made. */
  hasNewHeadline: boolean
  /** The category that it has now, when it had another. */
  movedTo: string | null
  /** What readers were told of changes since the card was made, the oldest first. */
  corrections: Correction[]
}

/** A card's story that readers no longer have. */
export type WithdrawnStory = { kind: 'withdrawn'; at: Date | null; reason: string | null }

/** A photocard of the paper's, as anybody may check it. */
export type VerifiedPhotocard = Photocard & { story: PublicStory | WithdrawnStory }
