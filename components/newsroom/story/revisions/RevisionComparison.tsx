import { useTranslations } from 'next-intl'
import { partLabels, sideText } from '@/components/newsroom/story/conflict/row-text'
import { WordDiff } from '@/components/newsroom/story/conflict/WordDiff'
import { Notice } from '@/components/ui/Notice'
import { toBengaliDigits } from '@/lib/bengali/digits'
import type { StoryChoices } from '@/lib/newsroom/draft/story-choices'
import { blankContent, type StoryContent } from '@/lib/newsroom/draft/story-content'
import {
  type ComparisonRow,
  compareContents,
  isTooDifferent,
} from '@/lib/newsroom/revisions/compare-contents'

// Each comparison of words may take some milliseconds, in which the server does nothing else.
const maxComparedRows = 40

type RevisionComparisonProps = {
  numbers: { from: number; to: number }
  /** Null: there was nothing before. */
  earlier: StoryContent | null
  shown: StoryContent
  choices: StoryChoices
  earlierChoices: StoryChoices
}

/** A revision as it reads, with what it changed of an earlier one marked in it. */
export function RevisionComparison(props: RevisionComparisonProps) {
  const { numbers, earlier, shown, choices, earlierChoices } = props
  const t = useTranslations('newsroomTrail')
  const rows = compareContents(earlier ?? blankContent(shown.category), shown)
  const changedRows = rows.filter((row) => !row.isSame)
  const comparedRows = new Set(changedRows.slice(0, maxComparedRows))
  const number = (value: number) => toBengaliDigits(value)
  return (
    <section className="grid gap-3" aria-labelledby="comparison">
      <h2 id="comparison" className="text-22">
        {earlier
          ? t('comparing', { from: number(numbers.from), to: number(numbers.to) })
          : t('number', { number: number(numbers.to) })}
      </h2>
      <p className="text-14 text-quiet">
        {!earlier && t('first')} {earlier && (changedRows.length > 0 ? t('legend') : t('same'))}
      </p>
      {changedRows.length > maxComparedRows && (
        <Notice tone="plain">{isTooDifferent(rows) ? t('tooDifferent') : t('manyChanges')}</Notice>
      )}
      <div className="grid max-w-measure gap-4 text-18 whitespace-pre-wrap">
        {rows.map((row, at) => (
          <RowText
            // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
            key={at}
            row={row}
            isCompared={comparedRows.has(row)}
            choices={choices}
            earlierChoices={earlierChoices}
          />
        ))}
      </div>
    </section>
  )
}

const rowClasses: Partial<Record<ComparisonRow['part'], string>> = {
  headline: 'font-headline text-27 font-bold',
  kicker: 'text-16 text-quiet',
  standfirst: 'text-19',
}

type RowTextProps = {
  row: ComparisonRow
  /** Whether its words are compared; else both sides stand whole. */
  isCompared: boolean
  choices: StoryChoices
  earlierChoices: StoryChoices
}

function RowText({ row, isCompared, choices, earlierChoices }: RowTextProps) {
  const t = useTranslations('newsroomTrail')
  const tStory = useTranslations('newsroomStory')
  const tEditor = useTranslations('newsroomEditor')
  const picture = (number: string) => tStory('picture', { number })
  const before = sideText(row, 'one', earlierChoices, picture)
  const after = sideText(row, 'other', choices, picture)
  if (!before && !after) return null
  const label = partLabels[row.part]
  const hasLabel = row.part !== 'block'
  return (
    <div className={rowClasses[row.part]}>
      {hasLabel && (
        <p className="font-body text-14 font-normal text-quiet">
          {'editor' in label ? tEditor(label.editor) : tStory(label.story)}
        </p>
      )}
      <p>
        <WordDiff
          before={before}
          after={after}
          isCompared={isCompared}
          labels={{ deleted: t('deleted'), inserted: t('inserted') }}
        />
      </p>
    </div>
  )
}
