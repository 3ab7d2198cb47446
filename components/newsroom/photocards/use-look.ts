import { useState } from 'react'
import {
  type CardLook,
  type CardStory,
  oneLine,
  type PhotocardSize,
  type PhotocardWords,
  type Template,
} from '@/lib/photocards/photocard'

/** What was typed for each template: changing it back finds it again. */
export type Typed = Record<'quote' | 'speaker' | 'number' | 'caption', string>

function wordsOf(template: Template, headline: string, typed: Typed): PhotocardWords {
  switch (template) {
    case 'headline':
      return { template, headline }
    case 'quote':
      return { template, quote: oneLine(typed.quote), speaker: oneLine(typed.speaker) }
    case 'number':
      return { template, number: oneLine(typed.number), caption: oneLine(typed.caption) }
  }
}

const isFilled = (words: PhotocardWords) => Object.values(words).every(Boolean)

/** The card that is wanted, as the form stands; `look` is null while something is missing. */
export function useLook({ headline, quotes, hasPicture: hasOne }: CardStory) {
  const [template, setTemplate] = useState<Template>('headline')
  const [size, setSize] = useState<PhotocardSize>('square')
  const [isWithPicture, setWithPicture] = useState(true)
  const first = quotes[0] ?? { quote: '', speaker: '' }
  const [typed, setTyped] = useState<Typed>({ ...first, number: '', caption: '' })
  const words = wordsOf(template, headline, typed)
  const hasPicture = hasOne && isWithPicture && template !== 'number'
  const look: CardLook | null = isFilled(words) ? { words, size, hasPicture } : null
  return {
    ...{ template, setTemplate, size, setSize, isWithPicture, setWithPicture, typed, look },
    type: (more: Partial<Typed>) => setTyped((before) => ({ ...before, ...more })),
  }
}

export type Wish = ReturnType<typeof useLook>
