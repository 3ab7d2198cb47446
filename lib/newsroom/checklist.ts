import type { Picture } from '@/lib/articles/article'
import { imageIdsOf } from '@/lib/articles/body'
import { countGraphemes } from '@/lib/bengali/shorten'
import type { Refusal } from '@/lib/outcome'
import { type Checklist, type CheckName, checkNames } from '@/lib/paper/settings'
import { finish, type StoryContent } from './content'
import { countWords } from './counts'
import { type LineField, styleFaults } from './style'

/** Where in the story: a field, a block of the body by its place, a picture by its number. */
export type CheckPlace =
  | { field: LineField | 'bylines' | 'topics' | 'source' | 'leadPicture' | 'body' }
  | { block: number }
  | { picture: number }

export type CheckLine = { name: CheckName; level: 'block' | 'warn'; where: CheckPlace[] }

/**
 * Letters of a headline that stand whole where readers first meet it. In Noto Sans Bengali at the 20 px of a search
 * result a letter of our sample headlines takes 13.8 px (median of 79), so the 600 px that Google's desktop result shows
 * hold 43; a card of আরও পড়ুন on a phone of 360 px has three lines of 156 px, which hold 44 at 10.6 px each. The editor
 * measures the very headline (components/newsroom/story/headline-room.ts); this is the figure for rules.
 */
export const longestHeadline = 45

/** Below it a text is a note, not a story: the least that Google News once asked of an article. */
export const fewestWords = 80

const at = (isMissing: boolean, place: CheckPlace) => (isMissing ? [place] : [])

function picturesWithout(
  content: StoryContent,
  pictures: Picture[],
  name: 'alt' | 'credit',
): CheckPlace[] {
  const shown = new Set([content.leadImageId, ...imageIdsOf(content.body)])
  return pictures
    .filter(({ id, [name]: words }) => shown.has(id) && !words?.trim())
    .map(({ id }) => ({ picture: id }))
}

function placesOf(name: CheckName, content: StoryContent, pictures: Picture[]): CheckPlace[] {
  switch (name) {
    case 'headlineLong':
      return at(countGraphemes(content.headline) > longestHeadline, { field: 'headline' })
    case 'noStandfirst':
      return at(!content.standfirst.trim(), { field: 'standfirst' })
    case 'noByline':
      return at(content.contributorIds.length === 0, { field: 'bylines' })
    case 'noTopic':
      return at(content.topicIds.length === 0, { field: 'topics' })
    case 'noSource':
      return at(content.sourceId === null, { field: 'source' })
    case 'noLeadPicture':
      return at(content.leadImageId === null, { field: 'leadPicture' })
    case 'missingCredit':
      return picturesWithout(content, pictures, 'credit')
    case 'missingAlt':
      return picturesWithout(content, pictures, 'alt')
    case 'shortBody':
      return at(countWords(content.body) < fewestWords, { field: 'body' })
    case 'houseStyle':
      return styleFaults(content).map(({ part }) =>
        typeof part === 'number' ? { block: part } : { field: part },
      )
  }
}

/**
 * What there is to do before readers have the story, in the settings' order. Places in the body count the blocks of
 * `content` as it is given.
 * @param choices the pictures that the story shows; of one that is not among them nothing is said
 */
export function checkStory(
  content: StoryContent,
  { pictures }: { pictures: Picture[] },
  checklist: Checklist,
): CheckLine[] {
  return checkNames.flatMap((name) => {
    const level = checklist[name]
    if (level === 'off') return []
    const where = placesOf(name, content, pictures)
    return where.length > 0 ? [{ name, level, where }] : []
  })
}

/** Why the story is not published as it is, by the paper's own rules; null when it may be. */
export function whyNotReady(
  content: StoryContent,
  choices: { pictures: Picture[] },
  checklist: Checklist,
): Refusal | null {
  const lines = checkStory(finish(content), choices, checklist)
  return lines.some(({ level }) => level === 'block') ? 'notReady' : null
}
