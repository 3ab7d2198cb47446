import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { findInName, findInProse, proseOf, retiredIdentifiers } from './retired-words'
import retired from './retired-words.json'

const tracked = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { encoding: 'utf8' })
  .split('\n')
  .filter((path) => path !== '' && !path.startsWith('tools/checks/retired-words'))
const sources = tracked.filter((path) => /\.(?:ts|tsx|mjs)$/.test(path))
/** Folders whose comments are still to be reworded. */
const pending: string[] = retired.commentsPending
const read = (path: string) => readFileSync(path, 'utf8')

const report = (path: string, findings: ReturnType<typeof findInName>) =>
  findings.map(({ word, term, found }) => `${path}: "${word}" is now "${term}": ${found}`)

test('no file is named with a retired word', () => {
  expect(tracked.flatMap((path) => report(path, findInName(path)))).toEqual([])
})

test('no identifier holds a retired word', () => {
  const found = sources.flatMap((path) =>
    report(path, retiredIdentifiers(read(path), path.endsWith('x'))),
  )

  expect(found).toEqual([])
})

test('no document holds a retired word', () => {
  const documents = tracked.filter((path) => /\.md$|^deploy\/|^\.env\.example$/.test(path))

  expect(documents.flatMap((path) => report(path, findInProse(read(path))))).toEqual([])
})

test('no comment and no test name holds a retired word', () => {
  const isPending = (path: string) => pending.some((folder) => path.startsWith(folder))
  const done = sources.filter((path) => !isPending(path))

  expect(done.flatMap((path) => report(path, findInProse(proseOf(read(path)))))).toEqual([])
})

test('a retired word is found in every form of a name, and in prose as a word of its own', () => {
  const names = ['openShelf', 'SHELF_SIZE', 'disk-shelf.ts', 'callRollNow', 'Shelf']

  expect(names.map((name) => findInName(name).map(({ term }) => term))).toEqual([
    ['cache store'],
    ['cache store'],
    ['cache store'],
    ['request acknowledgements'],
    ['cache store'],
  ])
  expect(findInName('bookshelf')).toEqual([])
  expect(findInProse('A page lies on the shelf.\nexpression, pressure')).toEqual([
    { word: 'shelf', term: 'cache store', found: 'A page lies on the shelf.' },
  ])
  expect(findInProse('a share sheet')).toEqual([])
})

test('comments and names of tests are prose; other strings are data', () => {
  const source = "const url = 'http://shelf' // on the shelf\ntest('a shelf is kept', () => {})"

  expect(findInProse(proseOf(source)).map(({ found }) => found)).toEqual([
    '// on the shelf',
    'a shelf is kept',
  ])
})
