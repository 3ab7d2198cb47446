import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Block } from '@/lib/content-model/body'
import { anyContent } from '@/tools/test-harness/arbitraries/contents'
import { blankContent, contentInput, isSameContent, normalizeContent } from './story-content'

const blank = blankContent('national')
const withBlock = (block: unknown) => ({ ...blank, body: [block] })

describe('a content being written', () => {
  test('may be empty', () => {
    expect(contentInput.parse(blank)).toEqual(blank)
  })

  test('keeps trailing whitespace', () => {
    const typed = { ...blank, headline: 'নদীর ', body: [{ kind: 'subheading', text: 'পানি ' }] }

    expect(contentInput.parse(typed)).toEqual(typed)
  })

  test.each<[string, Block]>([
    ['paragraph', { kind: 'paragraph', content: [] }],
    ['run', { kind: 'paragraph', content: [{ text: '' }] }],
    ['subheading', { kind: 'subheading', text: '' }],
    ['quote', { kind: 'quote', content: [], speaker: '' }],
    ['list', { kind: 'list', ordered: false, items: [[]] }],
    ['caption', { kind: 'image', imageId: 7, caption: '' }],
    ['embed', { kind: 'embed', url: '', title: '' }],
    ['fact box', { kind: 'factBox', title: '', content: [{ kind: 'paragraph', content: [] }] }],
  ])('may have a blank %s', (_, block) => {
    expect(contentInput.parse(withBlock(block))).toEqual(withBlock(block))
  })

  test('passes text normalization in every place', () => {
    const twoCodes = '\u09a1\u09bc\u200b'
    const typed = {
      ...withBlock({ kind: 'paragraph', content: [{ text: twoCodes }] }),
      headline: twoCodes,
    }

    expect(contentInput.parse(typed)).toMatchObject({
      headline: '\u09a1\u09bc',
      body: [{ content: [{ text: '\u09a1\u09bc' }] }],
    })
  })

  test.each<[string, unknown]>([
    ['a block nobody draws', withBlock({ kind: 'html', html: '<b>' })],
    ['a field nobody knows', { ...blank, status: 'published' }],
    ['no headline at all', { ...blank, headline: null }],
    ['a person twice', { ...blank, contributorIds: [1, 1] }],
    ['nothing', null],
  ])('is not %s', (_, content) => {
    expect(contentInput.safeParse(content).success).toBe(false)
  })

  test.each(['javascript:alert(1)', 'http://www.exa mple.com/page', 'x:y', 'https://'])(
    'is saved without an address that cannot be taken: %s',
    (address) => {
      const runs = [{ text: 'এখানে', href: address }]
      const content = {
        ...blank,
        headline: 'নদী',
        body: [
          { kind: 'embed', url: address, title: 'ভিডিও' },
          { kind: 'paragraph', content: runs },
        ],
      }

      expect(contentInput.parse(content)).toMatchObject({
        headline: 'নদী',
        body: [
          { kind: 'embed', url: '', title: 'ভিডিও' },
          { kind: 'paragraph', content: [{ text: 'এখানে' }] },
        ],
      })
    },
  )
})

describe('finished', () => {
  test('it is trimmed, and what is blank is gone', () => {
    const content = {
      ...blank,
      headline: ' নদী ',
      body: [
        { kind: 'paragraph', content: [{ text: ' ' }] },
        { kind: 'paragraph', content: [{ text: 'এক' }, { text: '' }] },
        { kind: 'list', ordered: true, items: [[], [{ text: 'দুই' }]] },
        { kind: 'image', imageId: 7, caption: ' ' },
        { kind: 'factBox', title: ' ', content: [{ kind: 'paragraph', content: [] }] },
        {
          kind: 'factBox',
          title: ' তিন ',
          content: [{ kind: 'list', ordered: false, items: [[]] }],
        },
      ] satisfies Block[],
    }

    expect(normalizeContent(content)).toMatchObject({
      headline: 'নদী',
      body: [
        { kind: 'paragraph', content: [{ text: 'এক' }] },
        { kind: 'list', ordered: true, items: [[{ text: 'দুই' }]] },
        { kind: 'image', imageId: 7 },
        // The title of a fact box without text is its text.
        { kind: 'factBox', content: [{ kind: 'paragraph', content: [{ text: 'তিন' }] }] },
      ],
    })
  })

  test('an embed without its link yet is not quietly dropped', () => {
    const embed: Block = { kind: 'embed', url: '', title: 'ভিডিও' }

    expect(normalizeContent(withBlock(embed) as never).body).toEqual([embed])
  })

  test('it stays as it is when finished again', () => {
    fc.assert(
      fc.property(anyContent, (content) => {
        expect(normalizeContent(normalizeContent(content))).toEqual(normalizeContent(content))
      }),
    )
  })
})

test('the order of fields does not affect equality', () => {
  const reversed = (value: unknown): unknown =>
    value && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(
          Object.entries(value)
            .toReversed()
            .map(([k, v]) => [k, reversed(v)]),
        )
      : Array.isArray(value)
        ? value.map(reversed)
        : value
  fc.assert(
    fc.property(anyContent, fc.string({ minLength: 1 }), (content, more) => {
      expect(isSameContent(content, reversed(content) as typeof content)).toBe(true)
      expect(isSameContent(content, { ...content, headline: content.headline + more })).toBe(false)
    }),
  )
})
