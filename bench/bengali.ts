/**
 * Measures Bengali search and the weight of the typing tools:
 *   node --import tsx bench/bengali.ts
 * How many labelled pairs meet and how many are wrongly merged, by our stemmer, by the one on npm
 * and by none; the same for Latin typing; speed against plain normalising in the same run; and the
 * bytes of what the newsroom's browser loads, against its budget.
 */

import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
// @ts-expect-error the package ships no types
import { StemmerBn } from '@nlpjs/lang-bn'
import { build } from 'esbuild'
import { romanKeys } from '../lib/bengali/search/roman-keys'
import { searchKey } from '../lib/bengali/search/search-key'
import { stem } from '../lib/bengali/search/stem'
import {
  type Labelled,
  mergedPercent,
  metPercent,
  type Part,
  romanPairs,
  type Score,
  score,
  stemPairs,
} from '../tools/test-harness/labelled-words/labelled-pairs'

const TYPING_PART = [
  'text/normalize',
  'digits',
  'numbers',
  'calendar/dates',
  'bijoy/bijoy',
  'house-style/house-style',
]
const TYPING_BUDGET_BYTES = 15 * 1024

const library = join(dirname(fileURLToPath(import.meta.url)), '../lib/bengali')

/** Its endings are spelt with the one-letter য়, so it is given that; on NFC it does worse. */
function nlpjsStem(word: string): string {
  const composed = word
    .normalize('NFC')
    .replace(/ড\u09bc/g, '\u09dc')
    .replace(/ঢ\u09bc/g, '\u09dd')
    .replace(/য\u09bc/g, '\u09df')
  return nlpjs.stemWord(composed)
}
const nlpjs = new StemmerBn()

const stemmers: Record<string, (word: string) => string> = {
  ours: (word) => stem(searchKey(word)),
  '@nlpjs/lang-bn': nlpjsStem,
  '@nlpjs on our key': (word) => nlpjsStem(searchKey(word)),
  none: (word) => word.normalize('NFC'),
}

const percent = (value: number): string => value.toFixed(1).padStart(5)

function printScores(name: string, pairs: Labelled[], meets: (pair: Labelled) => boolean): void {
  const line = (label: string, result: Score): string =>
    `${label} met ${percent(metPercent(result))} % of ${result.wanted}, ` +
    `merged ${percent(mergedPercent(result))} % of ${result.apart}`
  const parts: Part[] = ['tune', 'final']
  const scores = parts.map((part) =>
    line(
      part,
      score(
        pairs.filter((pair) => pair.part === part),
        meets,
      ),
    ),
  )
  console.log([name.padEnd(18), ...scores, line('all', score(pairs, meets))].join('  '))
}

/** Nanoseconds for one pass over the words, the best of many, so that a busy machine matters less. */
function bestTime(words: string[], work: (word: string) => unknown): number {
  let best = Number.POSITIVE_INFINITY
  for (let round = 0; round < 60; round++) {
    const start = process.hrtime.bigint()
    for (const word of words) work(word)
    best = Math.min(best, Number(process.hrtime.bigint() - start))
  }
  return best
}

function printSpeed(): void {
  const words = [...new Set(stemPairs.flatMap(({ left, right }) => [left, right]))].slice(0, 1000)
  const keys = words.map(searchKey)
  const running = words.join(' ')
  const baseline = bestTime(words, (word) => word.normalize('NFC').toLowerCase())
  const row = (name: string, time: number): void =>
    console.log(
      `${name.padEnd(28)} ${(time / 1e6 / (words.length / 1000)).toFixed(2).padStart(6)} ms   ` +
        `${(time / baseline).toFixed(1).padStart(6)} x`,
    )
  console.log(`\nSpeed per 1,000 words (${words.length} measured)`)
  row('normalize + toLowerCase', baseline)
  row('searchKey, word by word', bestTime(words, searchKey))
  row(
    'searchKey, running text',
    bestTime([running], (text) => searchKey(text)),
  )
  row('stem, of a key', bestTime(keys, stem))
  row('romanKeys', bestTime(words, romanKeys))
}

async function printSize(): Promise<void> {
  const missing = TYPING_PART.filter((name) => !existsSync(join(library, `${name}.ts`)))
  if (missing.length > 0)
    throw new Error(`The typing part lacks ${missing.join(', ')} in ${library}`)
  const contents = TYPING_PART.map(
    (name) => `export * as ${name.replace(/\W/g, '')} from './${name}'`,
  )
  const { outputFiles } = await build({
    stdin: { contents: contents.join('\n'), resolveDir: library, loader: 'ts' },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    charset: 'utf8',
  })
  const bytes = gzipSync(outputFiles[0]?.contents ?? '', { level: 9 }).length
  console.log(`\nTyping part in the browser: ${TYPING_PART.join(', ')}`)
  console.log(
    `${bytes} bytes gzip, ${(bytes / TYPING_BUDGET_BYTES).toFixed(2)} of the budget of ${TYPING_BUDGET_BYTES}`,
  )
  if (bytes > TYPING_BUDGET_BYTES) process.exitCode = 1
}

console.log('Stemming')
for (const [name, stemmer] of Object.entries(stemmers)) {
  printScores(name, stemPairs, ({ left, right }) => stemmer(left) === stemmer(right))
}
console.log('\nLatin typing')
printScores('romanKeys', romanPairs, ({ left, right }) => {
  const keys = romanKeys(right)
  return romanKeys(left).some((key) => keys.includes(key))
})
printSpeed()
await printSize()
