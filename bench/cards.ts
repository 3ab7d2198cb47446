import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import type { CardPicture } from '../lib/cards/drawing/compose'
import { type ShareCardTexts, shareCardSize } from '../lib/cards/share-card/share-card'
import { drawShareCard } from '../lib/cards/share-card/share-card-drawing'
import { figure, report, verdict } from './report/figures'
import { median, quantile } from './report/quantile'

/**
 * `npm run bench:cards`: how long a story's share card takes, as the page's own server draws it: over a picture as papers
 * take it in, over a camera's, and in type alone; each beside what sharp needs to make that picture as small and encode it
 * the same way, in turn, so that other work on the machine meets both. Ends with 1 when a figure is over.
 */
const rounds = 120
const root = join(import.meta.dirname, '..')
const headlines = readFileSync(join(root, 'e2e/support/conjunct-headlines.txt'), 'utf8')
  .trim()
  .split('\n')

const wordsOf = (round: number): ShareCardTexts => ({
  headline: headlines[round % headlines.length] ?? '',
  category: 'আন্তর্জাতিক',
  paper: 'দৈনিক',
  date: '২৫ নভেম্বর ২০২৬',
})

const harbour = readFileSync(join(root, 'prisma/seed/pictures/container-port.jpg'))

/** The same view with the grain of a photograph, which makes it as heavy as one. */
async function photograph(width: number, height: number): Promise<CardPicture> {
  const grain = await sharp({
    create: {
      width,
      height,
      channels: 3,
      background: '#808080',
      noise: { type: 'gaussian', mean: 128, sigma: 12 },
    },
  })
    .png({ compressionLevel: 1 })
    .toBuffer()
  const bytes = await sharp(harbour)
    .resize({ width, height, fit: 'cover' })
    .composite([{ input: grain, blend: 'soft-light' }])
    .jpeg({ quality: 92 })
    .toBuffer()
  return { bytes, dimensions: { width, height, focalX: 0.5, focalY: 0.4 } }
}

/** How long it took, and how much of the processor: on a machine with other work the one says little without the other. */
async function timed<T>(
  work: () => Promise<T>,
): Promise<{ ms: number; processorMs: number; made: T }> {
  const began = performance.now()
  const before = process.cpuUsage()
  const made = await work()
  const { user, system } = process.cpuUsage(before)
  return { ms: performance.now() - began, processorMs: (user + system) / 1_000, made }
}

const resized = (bytes: Buffer) =>
  sharp(bytes)
    .resize({ ...shareCardSize, fit: 'cover' })
    .jpeg({ quality: 82 })
    .toBuffer()

type Limits = { p50: number; p95: number; ratio: number }

async function figuresOf(name: string, picture: CardPicture | null, limits: Limits) {
  const { bytes } = picture ?? { bytes: harbour }
  const cards: Awaited<ReturnType<typeof timed<Buffer>>>[] = []
  const plain: typeof cards = []
  for (let round = 0; round < rounds; round += 1) {
    cards.push(await timed(() => drawShareCard(wordsOf(round), picture)))
    plain.push(await timed(() => resized(bytes)))
  }
  const times = cards.map(({ ms }) => ms)
  const ofProcessor = median(cards.map(({ processorMs }) => processorMs))
  const beside = { name: 'resizing', value: median(plain.map(({ processorMs }) => processorMs)) }
  const kilobytes = cards.map(({ made }) => made.length / 1024)
  return [
    figure(`${name}: p50`, median(times), 'ms', { most: limits.p50 }),
    figure(`${name}: p95`, quantile(times, 0.95), 'ms', { most: limits.p95 }),
    { ...figure(`${name}: processor, p50`, ofProcessor, 'ms', { most: limits.ratio }), beside },
    figure(`${name}: size, p95`, quantile(kilobytes, 0.95), 'KB', { most: 150 }),
  ]
}

const small = await photograph(1_600, 1_067)
const large = await photograph(4_000, 2_667)
const first = await timed(() => drawShareCard(wordsOf(0), null))
const figures = [
  figure('the first card, faces read', first.ms, 'ms', { most: 1_000 }),
  ...(await figuresOf('over 1600 × 1067', small, { p50: 30, p95: 60, ratio: 2.5 })),
  ...(await figuresOf('over 4000 × 2667', large, { p50: 60, p95: 120, ratio: 2 })),
  ...(await figuresOf('in type alone', null, { p50: 30, p95: 60, ratio: 1.5 })),
]
process.exitCode = verdict(report('share cards', figures))
