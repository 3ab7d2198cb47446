import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@/e2e/support/fixtures'
import { drawnByChromium, drawnByUs, sample, unlikeness } from '@/e2e/support/letter-rasters'
import { normalizeText } from '@/lib/bengali/text/normalize'
import { lineWidth } from '@/lib/cards/drawing/fit-text'
import { HeadlineFont } from '@/lib/cards/drawing/headline-font'
import { unbrokenParts, wrap } from '@/lib/cards/drawing/wrap'

const headlines = readFileSync(join(import.meta.dirname, 'support/conjunct-headlines.txt'), 'utf8')
  .trim()
  .split('\n')

// The news that the project is tried on; it lies beside the project where that is developed.
const shared = join('..', 'shared', 'data', 'ntrex-128-bn.jsonl')
const newsSentences = (
  existsSync(shared) ? readFileSync(shared, 'utf8').trim().split('\n') : []
).map((line) => normalizeText(JSON.parse(line).title))

/**
 * What `unlikeness` may be. Measured over the 200: shaped at most 0.041 (edges are smoothed otherwise), one conjunct taken
 * apart at least 0.209, nothing shaped at least 0.260.
 */
const mostUnlike = 0.08

/** The lines that headlines of cards are set in. */
async function linesOf(texts: string[]): Promise<string[]> {
  const font = await HeadlineFont.open(700)
  const most = sample.width - 2 * sample.margin
  const fits = (line: string) => lineWidth(font, line, sample.size) <= most
  return texts.flatMap((text) => wrap(unbrokenParts(text), fits) ?? [])
}

/** How unlike what Chromium draws each line is, drawn by us in the pieces that `cut` makes of it. */
async function unlike(
  lines: string[],
  chromium: Awaited<ReturnType<typeof drawnByChromium>>,
  cut: (line: string) => string[],
) {
  return Promise.all(
    lines.map(async (line, at) => ({
      line,
      by: unlikeness(await drawnByUs(cut(line)), chromium[at]),
    })),
  )
}

const conjunct = /্(?=[ক-হ])/
const partSize = 25
const partsOf = (texts: string[]) =>
  Array.from({ length: Math.ceil(texts.length / partSize) }, (_, part) =>
    texts.slice(part * partSize, (part + 1) * partSize),
  )

// Sixty pictures are drawn and compared in each; other work on the machine must not fail them.
test.describe.configure({ timeout: 120_000 })

test('the list is 200 headlines with 150 different joined forms', () => {
  const forms = headlines.join('\n').match(/[ক-হ]়?(?:\u200d?্[ক-হ]়?)+/g)

  expect(new Set(headlines).size).toBe(200)
  expect(headlines.filter((headline) => !conjunct.test(headline))).toEqual([])
  expect(new Set(forms).size).toBeGreaterThanOrEqual(150)
})

for (const [part, texts] of partsOf(headlines).entries()) {
  test(`OG8 headlines look as Chromium draws them, which letters that are not joined do not: part ${part + 1}`, async ({
    page,
  }) => {
    const lines = await linesOf(texts)
    const chromium = await drawnByChromium(page, lines)

    const shaped = await unlike(lines, chromium, (line) => [line])
    const unshaped = await unlike(lines, chromium, (line) => [...line])
    const oneApart = await unlike(lines, chromium, (line) => [line.replace(conjunct, '্\u200c')])

    expect(shaped.filter(({ by }) => by > mostUnlike)).toEqual([])
    expect(unshaped.filter(({ by }) => by <= mostUnlike)).toEqual([])
    const withConjunct = oneApart.filter(({ line }) => conjunct.test(line))
    expect(withConjunct.filter(({ by }) => by <= mostUnlike)).toEqual([])
  })
}

for (const [part, texts] of partsOf(newsSentences).entries()) {
  test(`headlines of the news look as Chromium draws them: part ${part + 1}`, async ({ page }) => {
    const lines = await linesOf(texts)
    const chromium = await drawnByChromium(page, lines)

    const shaped = await unlike(lines, chromium, (line) => [line])

    expect(shaped.filter(({ by }) => by > mostUnlike)).toEqual([])
  })
}
