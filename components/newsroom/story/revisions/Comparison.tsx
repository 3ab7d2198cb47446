import { useTranslations } from 'next-intl'
import { partWords, sideText } from '@/components/newsroom/story/compare/row-words'
import { WordChanges } from '@/components/newsroom/story/compare/WordChanges'
import { toBengaliDigits } from '@/lib/bengali/digits'
import type { StoryChoices } from '@/lib/newsroom/choices'
import { compareContents, type Row } from '@/lib/newsroom/compare'
import { blankContent, type StoryContent } from '@/lib/newsroom/content'

type ComparisonProps = {
  numbers: { from: number; to: number }
  /** Null: there was nothing before. */
  earlier: StoryContent | null
  shown: StoryContent
  choices: StoryChoices
  earlierChoices: StoryChoices
}

/** A revision as it reads, with what it changed of an earlier one marked in it. */
export function Comparison(props: ComparisonProps) {
  const { numbers, earlier, shown, choices, earlierChoices } = props
  const t = useTranslations('newsroomTrail')
  const rows = compareContents(earlier ?? blankContent(shown.category), shown)
  const isChanged = rows.some((row) => !row.isSame)
  const number = (value: number) => toBengaliDigits(value)
  return (
    <section className="grid gap-3" aria-labelledby="comparison">
      <h2 id="comparison" className="text-22">
        {earlier
          ? t('comparing', { from: number(numbers.from), to: number(numbers.to) })
          : t('number', { number: number(numbers.to) })}
      </h2>
      <p className="text-14 text-quiet">
        {!earlier && t('first')} {earlier && (isChanged ? t('legend') : t('same'))}
      </p>
      <div className="grid max-w-measure gap-4 text-18 whitespace-pre-wrap">
        {rows.map((row, at) => (
          <RowWords
            // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
            key={at}
            row={row}
            choices={choices}
            earlierChoices={earlierChoices}
          />
        ))}
      </div>
    </section>
  )
}

const looks: Partial<Record<Row['part'], string>> = {
  headline: 'font-headline text-27 font-bold',
  kicker: 'text-16 text-quiet',
  standfirst: 'text-19',
}

type RowWordsProps = { row: Row; choices: StoryChoices; earlierChoices: StoryChoices }

function RowWords({ row, choices, earlierChoices }: RowWordsProps) {
  const t = useTranslations('newsroomTrail')
  const story = useTranslations('newsroomStory')
  const editor = useTranslations('newsroomEditor')
  const picture = (number: string) => story('picture', { number })
  const before = sideText(row, 'one', earlierChoices, picture)
  const after = sideText(row, 'other', choices, picture)
  if (!before && !after) return null
  const word = partWords[row.part]
  const isTold = row.part !== 'block'
  return (
    <div className={looks[row.part]}>
      {isTold && (
        <p className="font-body text-14 font-normal text-quiet">
          {'editor' in word ? editor(word.editor) : story(word.story)}
        </p>
      )}
      <p>
        <WordChanges
          before={before}
          after={after}
          words={{ deleted: t('deleted'), inserted: t('inserted') }}
        />
      </p>
    </div>
  )
}
