import { toBengaliDigits } from '@/lib/bengali/digits'
import { blockText } from '@/lib/content-model/body'
import type { PictureWords } from '@/lib/content-model/picture-words'
import type { StoryChoices } from '@/lib/newsroom/draft/story-choices'
import type { ComparisonRow } from '@/lib/newsroom/revisions/compare-contents'
import type { TaxonomyName } from '@/lib/taxonomy/taxonomy-name'
import type messages from '@/messages/bn.json'

type StoryMessageKey = keyof (typeof messages)['newsroomStory']
type EditorMessageKey = 'headline' | 'kicker' | 'standfirst'
/** Only what is in a row's words of its own: the name of a picture. */
export type PictureLabel = (number: string) => string

/** The label of a row: a key of "newsroomEditor" or "newsroomStory". */
export const partLabels: Record<
  ComparisonRow['part'],
  { editor: EditorMessageKey } | { story: StoryMessageKey }
> = {
  headline: { editor: 'headline' },
  kicker: { editor: 'kicker' },
  standfirst: { editor: 'standfirst' },
  dateline: { story: 'partDateline' },
  block: { story: 'partBlock' },
  category: { story: 'partCategory' },
  contributorIds: { story: 'partContributors' },
  topicIds: { story: 'partTopics' },
  sourceId: { story: 'partSource' },
  leadImageId: { story: 'partLeadImage' },
  leadWords: { story: 'partLeadWords' },
}

const namesOf = (all: TaxonomyName[], ids: number[]) =>
  ids
    .map((id) => all.find((entry) => entry.id === id)?.name ?? `#${toBengaliDigits(id)}`)
    .join(', ')

const wordsText = ({ caption, alt, credit }: PictureWords) =>
  [caption, alt, credit].filter(Boolean).join(' · ')

/** One side of a row, in words; '' where there is nothing. */
export function sideText(
  row: ComparisonRow,
  side: 'one' | 'other',
  choices: Omit<StoryChoices, 'pictures'>,
  pictureLabel: PictureLabel,
): string {
  const picture = (id: number) => pictureLabel(toBengaliDigits(id))
  switch (row.part) {
    case 'block': {
      const block = row[side]
      if (!block) return ''
      const text = blockText(block)
      if (block.kind === 'image')
        return [picture(block.imageId), wordsText(block)].filter(Boolean).join(': ')
      return block.kind === 'embed' ? [block.url, text].filter(Boolean).join('\n') : text
    }
    case 'category':
      return choices.categories.find(({ slug }) => slug === row[side])?.name ?? row[side]
    case 'contributorIds':
      return namesOf(choices.contributors, row[side])
    case 'topicIds':
      return namesOf(choices.topics, row[side])
    case 'sourceId': {
      const id = row[side]
      return id === null ? '' : namesOf(choices.sources, [id])
    }
    case 'leadImageId': {
      const id = row[side]
      return id === null ? '' : picture(id)
    }
    case 'leadWords':
      return wordsText(row[side])
    default:
      return row[side]
  }
}

/** The names known to either side. */
export function mergeChoices(one: StoryChoices, other: StoryChoices): StoryChoices {
  return {
    categories: one.categories,
    contributors: [...one.contributors, ...other.contributors],
    topics: [...one.topics, ...other.topics],
    sources: [...one.sources, ...other.sources],
    pictures: [...one.pictures, ...other.pictures],
    checklist: one.checklist,
  }
}
