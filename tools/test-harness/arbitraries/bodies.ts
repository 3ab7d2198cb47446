import fc from 'fast-check'
import { normalizeText } from '@/lib/bengali/text/normalize'
import type { Body, Inline } from '@/lib/content-model/body'
import { blockOf, runOf } from './blocks'

const parts = [
  'নদী',
  'র‍্যাব',
  'উদ্‌যাপন',
  'ক্ষ',
  'বাড়ি',
  'BBC',
  '১২.৫',
  '।',
  ' ',
  '“',
  '👨‍👩‍👧',
  '\n',
  '|',
]
/** Words of a story as text normalization leaves them. */
export const wordsArbitrary = fc
  .array(fc.constantFrom(...parts), { minLength: 1, maxLength: 8 })
  .map((words) => normalizeText(words.join('')))
const marksKey = ({ bold, italic, href }: Inline) => JSON.stringify([bold, italic, href])
/** As the editor itself would write it: neighbours look different, and a letter and its sign are not apart. */
const isNormalized = (runs: Inline[]) =>
  runs.every((run, at) => at === 0 || marksKey(run) !== marksKey(runs[at - 1] as Inline))
const runs = fc.array(runOf(wordsArbitrary), { maxLength: 4 }).filter(isNormalized)
const endsBlank = (body: Body) => {
  const last = body.at(-1)
  return last?.kind === 'paragraph' && last.content.length === 0
}
/** Bodies as the editor writes them, finished or not. */
export const bodies: fc.Arbitrary<Body> = fc
  .array(blockOf(wordsArbitrary, runs), { maxLength: 6 })
  .filter((body) => !endsBlank(body))
