'use client'

import { useTranslations } from 'next-intl'
import { useId } from 'react'
import type { StoryChoices } from '@/lib/newsroom/choices'
import { canBeBoth, type Row, type Side } from '@/lib/newsroom/compare'
import { partWords, sideText } from './row-words'
import { WordChanges } from './WordChanges'

type CompareRowProps = {
  row: Row
  choices: StoryChoices
  chosen: Side
  onChoose: (side: Side) => void
  names: { one: string; other: string }
}

/** A difference: what stands on either side, and which of them is to stay. */
export function CompareRow({ row, choices, chosen, onChoose, names }: CompareRowProps) {
  const t = useTranslations('newsroomStory')
  const editor = useTranslations('newsroomEditor')
  const group = useId()
  const word = partWords[row.part]
  const picture = (number: string) => t('picture', { number })
  const [one, other] = [
    sideText(row, 'one', choices, picture),
    sideText(row, 'other', choices, picture),
  ]
  const words = { deleted: names.one, inserted: names.other }
  const sides: { side: Side; name: string }[] = [
    { side: 'one', name: names.one },
    { side: 'other', name: names.other },
    ...(canBeBoth(row) ? [{ side: 'both' as const, name: t('sideBoth') }] : []),
  ]
  return (
    <fieldset className="grid gap-3 border-t border-rule py-4">
      <legend className="float-left text-14 font-bold text-quiet">
        {'editor' in word ? editor(word.editor) : t(word.story)}
      </legend>
      <div className="clear-both grid gap-3 text-18 whitespace-pre-wrap md:grid-cols-2">
        <div className={`border-l-4 pl-3 ${chosen === 'other' ? 'border-rule' : 'border-ink'}`}>
          <p className="text-14 text-quiet">{names.one}</p>
          <p>{one || <span className="text-quiet">{t('nothingHere')}</span>}</p>
        </div>
        <div className={`border-l-4 pl-3 ${chosen === 'one' ? 'border-rule' : 'border-ink'}`}>
          <p className="text-14 text-quiet">{names.other}</p>
          <p>
            {!other && <span className="text-quiet">{t('nothingHere')}</span>}
            {other && (one ? <WordChanges before={one} after={other} words={words} /> : other)}
          </p>
        </div>
      </div>
      <div className="flex flex-wrap gap-x-6">
        {sides.map(({ side, name }) => (
          <label key={side} className="inline-flex min-h-11 items-center gap-2 text-16">
            <input
              type="radio"
              name={group}
              checked={chosen === side}
              onChange={() => onChoose(side)}
              className="size-5 accent-ink"
            />
            {name}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
