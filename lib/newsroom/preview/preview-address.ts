import { z } from 'zod'
import { readNumber } from '@/lib/content-model/article'
import { rowNumber } from '@/lib/content-model/text-input'
import { type FrontPlace, frontPlaces } from '@/lib/front/front'
import type { StoryEditState } from '@/lib/newsroom/draft/working-copy'
import { type PreviewViewName, previewViewNames } from './preview'

/** Where a story's saved working copy is drawn as readers will see it. */
export const previewPath = (id: number, view: PreviewViewName, place: FrontPlace = 'rule') =>
  `/newsroom/preview/${id}/${view}${view === 'front' && place === 'lead' ? '?place=lead' : ''}`

/** The story and view of a preview's address; null for what none can have. */
export function readPreviewAddress(story: string, view: string) {
  const id = readNumber(story)
  const known = previewViewNames.find((each) => each === view)
  return id !== null && known ? { id, view: known } : null
}

// More than a story is ever tied to; what was there while it was written is asked for together.
const numbers = z.array(rowNumber).max(2_000)

/** The request of a browser for a preview of an unsaved content. */
export const previewContextInput = z.object({
  view: z.enum(previewViewNames),
  place: z.enum(frontPlaces),
  numbers: z.object({
    category: z.string().max(60),
    contributors: numbers,
    topics: numbers,
    sources: numbers,
    pictures: numbers,
  }),
})

type SavedStory = Pick<StoryEditState, 'id' | 'version' | 'copyVersion'>

/**
 * Where the share card of the story's working copy is drawn, as it was last saved. The versions are there for browsers:
 * they ask again when something else was saved, and not for every letter.
 */
export const previewCardPath = ({ id, version, copyVersion }: SavedStory): string =>
  `/newsroom/stories/${id}/share-card?story=${version}&copy=${copyVersion}`
