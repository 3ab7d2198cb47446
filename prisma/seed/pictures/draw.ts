/** Draws the sample paper's pictures: `node --import tsx prisma/seed/pictures/draw.ts [key…]`. */
import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { type PictureKey, pictures } from './catalogue'
import { render } from './kit/finish'
import { Painter } from './kit/painter'
import { scenes } from './scenes'

/** Archives hold other shapes than 3:2; these four keep the layouts honest. */
const shapes: Partial<Record<PictureKey, readonly [number, number]>> = {
  'baul-stage': [1200, 1600],
  'pitha-plate': [1400, 1400],
  'vegetable-market': [1600, 1200],
  'court-building': [1600, 1200],
}

/** The set stays under 3 MB; a few crowded pictures need more than an even share. */
const bytesLimit = 81_000
const crowded = new Set<PictureKey>([
  'rickshaw-street',
  'vegetable-market',
  'book-fair',
  'pitha-plate',
  'bank-notes',
  'container-port',
  'rice-field',
])

const asked = process.argv.slice(2)
const keys = (Object.keys(pictures) as PictureKey[]).filter(
  (key) => asked.length === 0 || asked.includes(key),
)
let total = 0
for (const key of keys) {
  const [w, h] = shapes[key] ?? [1800, 1200]
  const painter = new Painter(w, h, key)
  scenes[key](painter)
  const { jpeg, quality } = await render(painter, crowded.has(key) ? 104_000 : bytesLimit)
  await writeFile(fileURLToPath(new URL(`./${key}.jpg`, import.meta.url)), jpeg)
  total += jpeg.length
  console.log(`${key} ${w}×${h} ${Math.round(jpeg.length / 1024)} KB q${quality}`)
}
console.log(`${keys.length} pictures, ${Math.round(total / 1024)} KB`)
