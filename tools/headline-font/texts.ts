import {
  conjuncts,
  consonants,
  dotted,
  finalSigns,
  others,
  phalas,
  reph,
  vowelSigns,
  vowels,
} from './letters'

/** Every letter and joined form that other signs stand around. */
export const bases: string[] = [...consonants, ...dotted, ...conjuncts]

const withSigns = (text: string) =>
  vowelSigns.flatMap((sign) => [text + sign, `${text}${sign}ঁ`]).join(' ')

/** A base with each sign that may stand around it. */
function around(base: string): string[] {
  const forms = [base, ...phalas.map((phala) => base + phala)]
  return [...forms, ...forms.map((form) => reph + form)].map(withSigns)
}

/** The texts that the face must be able to set: one for each letter and joined form, with the signs around it. */
export function headlineTexts(): string[] {
  const ofVowels = [...vowels, ...consonants].flatMap((letter) => [
    letter,
    ...finalSigns.map((sign) => letter + sign),
  ])
  return [...bases.flatMap(around), ofVowels.join(' '), others.join(' ')].map((text) =>
    // NFC, as the paper stores its text: ড় as ড and its dot.
    text.normalize('NFC'),
  )
}
