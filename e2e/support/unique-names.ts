import { randomInt } from 'node:crypto'

const letters = [...'কখগঘঙচছজঝটঠডঢতথদধনপফবভমযরলশসহ']

/** A number in letters: a headline's numbers are bound to what they count, which is not what is tested. */
export function inLetters(number: number): string {
  const letter = letters[number % letters.length] ?? ''
  return number < letters.length ? letter : inLetters(Math.floor(number / letters.length)) + letter
}

/** The end of the names of one test: no two tests have the same names. */
export const newMark = () => inLetters(randomInt(1e8, 1e9))
