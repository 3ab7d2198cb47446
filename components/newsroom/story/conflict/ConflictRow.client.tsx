'use client'

import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { Radio } from '@/components/ui/Checkbox'
import type { StoryChoices } from '@/lib/newsroom/draft/story-choices'
import { type ComparisonRow, canBeBoth, type Side } from '@/lib/newsroom/revisions/compare-contents'
import { partLabels, sideText } from './row-text'
import { WordDiff } from './WordDiff'

type ConflictRowProps = {
  row: ComparisonRow
  choices: StoryChoices
  chosen: Side
  onChoose: (side: Side) => void
  sideNames: { one: string; other: string }
}

/** A difference: the text of both sides, and the choice between them. */
export function ConflictRow({ row, choices, chosen, onChoose, sideNames }: ConflictRowProps) {
  const t = useTranslations('newsroomStory')
  const tEditor = useTranslations('newsroomEditor')
  const group = useId()
  const label = partLabels[row.part]
  const picture = (number: string) => t('picture', { number })
  const [one, other] = [
    sideText(row, 'one', choices, picture),
    sideText(row, 'other', choices, picture),
  ]
  const labels = { deleted: sideNames.one, inserted: sideNames.other }
  const sides: { side: Side; name: string }[] = [
    { side: 'one', name: sideNames.one },
    { side: 'other', name: sideNames.other },
    ...(canBeBoth(row) ? [{ side: 'both' as const, name: t('sideBoth') }] : []),
  ]
  return (
    <fieldset className="grid gap-3 border-t border-rule py-4">
      <legend className="float-left text-14 font-bold text-quiet">
        {'editor' in label ? tEditor(label.editor) : t(label.story)}
      </legend>
      <div className="clear-both grid gap-3 text-18 whitespace-pre-wrap md:grid-cols-2">
        <div className={`border-l-4 pl-3 ${chosen === 'other' ? 'border-rule' : 'border-ink'}`}>
          <p className="text-14 text-quiet">{sideNames.one}</p>
          <p>{one || <span className="text-quiet">{t('nothingHere')}</span>}</p>
        </div>
        <div className={`border-l-4 pl-3 ${chosen === 'one' ? 'border-rule' : 'border-ink'}`}>
          <p className="text-14 text-quiet">{sideNames.other}</p>
          <p>
            {!other && <span className="text-quiet">{t('nothingHere')}</span>}
            {other && (one ? <WordDiff before={one} after={other} labels={labels} /> : other)}
          </p>
        </div>
      </div>
      <div className="flex flex-wrap gap-x-6">
        {sides.map(({ side, name }) => (
          <Radio
            key={side}
            label={name}
            name={group}
            checked={chosen === side}
            onChange={() => onChoose(side)}
          />
        ))}
      </div>
    </fieldset>
  )
}
