import { useState } from 'react'
import {
  collapseWhitespace,
  type PhotocardRequest,
  type PhotocardSize,
  type PhotocardStory,
  type PhotocardWords,
  type Template,
} from '@/lib/photocards/photocard'

/** The typed values of each template: they are kept when the template changes. */
export type TypedTexts = Record<'quote' | 'speaker' | 'number' | 'caption', string>

function textsFrom(template: Template, headline: string, typed: TypedTexts): PhotocardWords {
  switch (template) {
    case 'headline':
      return { template, headline }
    case 'quote':
      return {
        template,
        quote: collapseWhitespace(typed.quote),
        speaker: collapseWhitespace(typed.speaker),
      }
    case 'number':
      return {
        template,
        number: collapseWhitespace(typed.number),
        caption: collapseWhitespace(typed.caption),
      }
  }
}

const isFilled = (words: PhotocardWords) => Object.values(words).every(Boolean)

/** The card that the form describes; `look` is null while a field is missing. */
export function usePhotocardDraft({ headline, quotes, hasPicture: hasOne }: PhotocardStory) {
  const [template, setTemplate] = useState<Template>('headline')
  const [size, setSize] = useState<PhotocardSize>('square')
  const [isWithPicture, setWithPicture] = useState(true)
  const first = quotes[0] ?? { quote: '', speaker: '' }
  const [typed, setTyped] = useState<TypedTexts>({ ...first, number: '', caption: '' })
  const words = textsFrom(template, headline, typed)
  const hasPicture = hasOne && isWithPicture && template !== 'number'
  const design: PhotocardRequest | null = isFilled(words) ? { words, size, hasPicture } : null
  return {
    template,
    setTemplate,
    size,
    setSize,
    isWithPicture,
    setWithPicture,
    typed,
    look: design,
    type: (more: Partial<TypedTexts>) => setTyped((before) => ({ ...before, ...more })),
  }
}

export type PhotocardDraft = ReturnType<typeof usePhotocardDraft>
