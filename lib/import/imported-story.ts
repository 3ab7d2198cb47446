/** Where a file could not be read, for the person who sent it. Lines count from 1. */
export type ImportFault = { line: number; reason: string }

/** A story as a file tells it: text through the gate, nothing looked up yet. */
export type ImportedStory = {
  /** The key by which the story is recognised when the file is imported again. */
  key: string
  headline: string
  bylines: string[]
  /** Null where the file does not say. */
  publishedAt: Date | null
  /** Whether the file says that it is not published. */
  isDraft: boolean
  /** Only when the file shows a change after publication. */
  changedAt: Date | null
  paragraphs: string[]
  source: string | null
  /** The category's name as printed; null where the file does not say. */
  category: string | null
  /** Headlines listed beside the story. */
  moreInCategory: string[]
  readMore: string[]
}

/** `notes` name what an editor should look at; they refuse nothing. */
export type ParsedFile =
  | { ok: true; stories: ImportedStory[]; notes: ImportFault[] }
  | { ok: false; faults: ImportFault[] }
