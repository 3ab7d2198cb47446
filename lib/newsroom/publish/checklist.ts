import { countGraphemes } from '@/lib/bengali/text/shorten'
import type { Picture } from '@/lib/content-model/article'
import { inStory } from '@/lib/content-model/picture-words'
import { listStyleFindings, type SingleLineField } from '@/lib/newsroom/draft/house-style-findings'
import { normalizeContent, type StoryContent } from '@/lib/newsroom/draft/story-content'
import { countWords } from '@/lib/newsroom/draft/word-count'
import { type Checklist, type CheckName, checkNames } from '@/lib/paper/settings'

/** Where in the story: a field, a block of the body by its place, words of a picture by its number. */
export type ChecklistLocation =
  | { field: SingleLineField | 'bylines' | 'topics' | 'source' | 'leadPicture' | 'body' }
  | { block: number }
  | { picture: number; words: 'alt' | 'credit' }

export type ChecklistItem = { name: CheckName; level: 'block' | 'warn'; where: ChecklistLocation[] }

/**
 * Letters of a headline that stand whole where readers first meet it. In Noto Sans Bengali at the 20 px of a search
 * result a letter of our sample headlines takes 13.8 px (median of 79), so the 600 px that Google's desktop result shows
 * hold 43; a card of আরও পড়ুন on a phone of 360 px has three lines of 156 px, which hold 44 at 10.6 px each. The editor
 * measures the very headline (components/newsroom/story/checks/headline-fit.ts); this is the figure for rules.
 */
const maxHeadlineGraphemes = 45

/** Below it a text is a note, not a story: the least that Google News once asked of an article. */
const minWords = 80

const at = (isMissing: boolean, place: ChecklistLocation) => (isMissing ? [place] : [])

function picturesWithout(
  content: StoryContent,
  pictures: Picture[],
  name: 'alt' | 'credit',
): ChecklistLocation[] {
  const uses = [
    ...(content.leadImageId === null
      ? []
      : [{ imageId: content.leadImageId, words: content.leadWords }]),
    ...content.body.flatMap((block) =>
      block.kind === 'image' ? [{ imageId: block.imageId, words: block }] : [],
    ),
  ]
  const lacking = uses.flatMap(({ imageId, words }) => {
    const picture = pictures.find(({ id }) => id === imageId)
    return picture && !inStory(picture, words)[name]?.trim() ? [imageId] : []
  })
  return [...new Set(lacking)].map((id) => ({ picture: id, words: name }))
}

function locationsOf(
  name: CheckName,
  content: StoryContent,
  pictures: Picture[],
): ChecklistLocation[] {
  switch (name) {
    case 'headlineLong':
      return at(countGraphemes(content.headline) > maxHeadlineGraphemes, { field: 'headline' })
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
      return at(countWords(content.body) < minWords, { field: 'body' })
    case 'houseStyle':
      return listStyleFindings(content).map(({ part }) =>
        typeof part === 'number' ? { block: part } : { field: part },
      )
  }
}

/**
 * The findings of the checklist, in the order of the settings. Positions count the blocks of `content` as given.
 * @param choices the pictures of the story; other pictures are not checked
 */
export function runChecklist(
  content: StoryContent,
  { pictures }: { pictures: Picture[] },
  checklist: Checklist,
): ChecklistItem[] {
  return checkNames.flatMap((name) => {
    const level = checklist[name]
    if (level === 'off') return []
    const where = locationsOf(name, content, pictures)
    return where.length > 0 ? [{ name, level, where }] : []
  })
}

/** The blocking findings of the paper's checklist. Checks that only warn are not run. */
export function listBlockingFaults(
  content: StoryContent,
  choices: { pictures: Picture[] },
  checklist: Checklist,
): ChecklistItem[] {
  const blocking = Object.fromEntries(
    checkNames.map((name) => [name, checklist[name] === 'block' ? 'block' : 'off']),
  ) as Checklist
  return runChecklist(normalizeContent(content), choices, blocking)
}
