import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { latin, marks, phalas, reph } from './letters'
import { bases, headlineTexts } from './texts'

const filesOf = (folder: string) => readdirSync(folder).map((name) => join(folder, name))
const read = (files: string[]) =>
  files.map((file) => readFileSync(file, 'utf8').normalize('NFC')).join('\n')

const paper = read(['messages/bn.json', ...filesOf('prisma/seed/stories')])
// A word for every joined form of 124 news stories of Bangladesh and the world, as few words as hold them all.
const news = read([join(import.meta.dirname, 'news-words.txt')])

const joined = /[ক-হ]়?(?:্\u200d?[ক-হ]়?)+/g
const known = new Set(bases.map((base) => base.normalize('NFC')))
const isKnown = (form: string) =>
  [form, form.replace(reph, '')].some(
    (each) =>
      known.has(each) || known.has(each.replace(new RegExp(`(?:${phalas.join('|')})$`), '')),
  )

const unknownFormsIn = (text: string) =>
  [...new Set(text.match(joined) ?? [])].filter((form) => !isKnown(form.replaceAll('\u200d', '')))

describe('the headline font is made for every joined form', () => {
  test('of the sample paper and the interface', () => {
    expect(unknownFormsIn(paper)).toEqual([])
  })

  test('of the news the project is tried on', () => {
    expect(new Set(news.match(joined)).size).toBe(228)
    expect(unknownFormsIn(news)).toEqual([])
  })
})

test('the two files share no character, and every letter of the paper is in one', () => {
  const bengali = new Set([...headlineTexts().join(''), ...marks])
  const both = [...latin].filter((each) => bengali.has(each))
  const letters = [...new Set(paper.match(/[\p{L}\p{M}\p{N}]/gu))]

  expect(both).toEqual([])
  expect(letters.filter((each) => !bengali.has(each) && !latin.includes(each))).toEqual([])
})
