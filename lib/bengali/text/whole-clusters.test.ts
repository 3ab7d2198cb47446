import { expect, test } from 'vitest'
import { wholeClusters } from './whole-clusters'

const textsOf = (...texts: string[]) => wholeClusters(texts.map((text) => ({ text })))

test.each([
  ['a vowel sign', ['ক', 'া'], ['কা']],
  ['a vowel sign behind a run without text', ['ক', '', 'া'], ['কা', '']],
  ['a joiner and what follows a hasanta', ['র\u09cd', 'যাব'], ['র\u09cdযা', 'ব']],
  ['nothing', ['ক', 'খ'], ['ক', 'খ']],
])('%s joins the letter before it', (_, given, whole) => {
  expect(textsOf(...given).map(({ text }) => text)).toEqual(whole)
})
