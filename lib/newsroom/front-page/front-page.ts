import type { FrontChoice } from '@/lib/front/front'

/** A story as the editor of the front page sees it. */
export type FrontStory = {
  id: number
  headline: string
  category: string
  /** The top category that it belongs to: whose block it may open. */
  topSlug: string
  publicAt: Date
  /** Readers do not have it yet. */
  isNotYetPublic: boolean
  /** The story was changed after its time was set: readers will get the earlier text. */
  isChangedAfterPlan: boolean
}

/** The page that results from a choice, including the places that the choice leaves free. */
export type FrontLayout = {
  /** The lead and the seconds. */
  top: FrontStory[]
  /** The first story of each block, by the category's slug; a block without a story is not shown. */
  heads: Record<string, FrontStory>
}

/** One state that readers had the front page in. */
export type Edition = { id: number; actorName: string; at: Date; choice: FrontChoice }

export type FrontEditorState = {
  /** The published edition; null before the first. */
  edition: Edition | null
  held: FrontChoice
  /** The top categories, whose blocks the page has. */
  blocks: { slug: string; name: string }[]
}

/** The filter of candidates: words of the headline, and the slug of a category with its subcategories; '' for any. */
export type CandidateFilter = { words: string; category: string }

export const frontPath = '/newsroom/front'
export const frontHistoryPath = '/newsroom/front/history'
export const frontPreviewPath = (written: string) => `/newsroom/preview/front?draft=${written}`
