import { randomInt } from 'node:crypto'

const letters = [...'কখগঘঙচছজঝটঠডঢতথদধনপফবভমযরলশসহ']

/** A number in letters: a headline's numbers are bound to what they count, which is not what is tested. */
export function inLetters(number: number): string {
  const letter = letters[number % letters.length] ?? ''
  return number < letters.length ? letter : inLetters(Math.floor(number / letters.length)) + letter
}

/** What the names of one test end with, so that no two tests' names are the same. */
export const newMark = () => inLetters(randomInt(1e8, 1e9))
