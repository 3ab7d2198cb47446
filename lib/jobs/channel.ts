import type { Placement } from '@/lib/cache-tags'
import type { Moved } from '@/lib/document/moved'
import type { JobReport, JobTools, StoryErrand } from './job'

/** What happened to a story, and where it was listed before and after. */
export type StoryTidings = StoryErrand & {
  before: Placement | null
  after: Placement | null
  moved: null
}

/** Addresses that moved together, or list something else. */
export type MovedTidings = {
  articleId: null
  act: string
  before: null
  after: null
  moved: Moved
}

export type Tidings = StoryTidings | MovedTidings

/**
 * Somebody outside who is told what happens to stories and their addresses: of all that waits at once, by one job that
 * is tried again later and later. One that is not set up is told nothing, and no job is made for it.
 */
export type Channel = {
  /** Its queue; words in bn.json, "newsroomJobs". */
  name: 'websub' | 'indexNow'
  /** Whether the installation has it. */
  isOpen: boolean
  /** Whether it is told of that command. */
  follows: (act: string) => boolean
  /** How long what happens is gathered before it is told. */
  gatherSeconds: number
  /** Of how many stories it is told at once. */
  mostAtOnce: number
  /** Safe to run twice. @throws Error when it is to be tried again; `TryLater` and `Hopeless` say more */
  tell: (tidings: Tidings[], tools: JobTools) => Promise<JobReport>
}

/** The other side asks not to be asked sooner. */
export class TryLater extends Error {
  constructor(
    message: string,
    readonly afterSeconds: number,
  ) {
    super(message)
  }
}

/** The other side will not have it however often it is told: people must see to it. */
export class Hopeless extends Error {}

/** The commands after which the world has something else to read, or has to look elsewhere for it, and is told. */
export const worthTelling: ReadonlySet<string> = new Set([
  ...['publishStory', 'publishCopy', 'settleDue', 'noteChange', 'noteCopy'],
  ...['withdrawStory', 'restoreStory', 'moveStory'],
  ...['renameCategory', 'mergeCategories'],
  ...['editContributor', 'editTopic', 'mergeContributors', 'mergeTopics'],
])
