import type { Page } from '@playwright/test'
import sharp from 'sharp'
import { expect, test } from '@/e2e/support/fixtures'
import { sendRequest } from '@/e2e/support/http-client'
import { pageKinds, publishRichStory } from '@/e2e/support/page-kinds'
import { pictureName, pictureWidths } from '@/lib/media/files/picture'

for (const [format, type, name] of [
  ['avif', 'image/avif', 'heif'],
  ['webp', 'image/webp', 'webp'],
  ['jpg', 'image/jpeg', 'jpeg'],
] as const) {
  test(`a picture comes as ${format}, in the width asked for, and may be kept for good`, async ({
    newsroom,
  }) => {
    const picture = await newsroom.addPicture()

    const response = await sendRequest(`/media/${pictureName(picture)}/320.${format}`)

    expect(response.status).toBe(200)
    expect(response.headers['content-type']).toBe(type)
    expect(response.headers['cache-control']).toBe('public, max-age=31536000, immutable')
    expect(await sharp(response.bytes).metadata()).toMatchObject({ format: name, width: 320 })
  })
}

test('simultaneous and later requests for a picture get the same bytes', async ({ newsroom }) => {
  const path = `/media/${pictureName(await newsroom.addPicture())}/480.webp`

  const atOnce = await Promise.all(Array.from({ length: 5 }, () => sendRequest(path)))
  const later = await sendRequest(path)

  const same = atOnce.map((response) => response.bytes.equals(later.bytes))
  expect(same).toEqual([true, true, true, true, true])
})

test('a picture is turned upright and loses its location', async ({ newsroom }) => {
  const picture = await newsroom.addPicture({ isSideways: true })

  const response = await sendRequest(`/media/${pictureName(picture)}/320.jpg`)

  const metadata = await sharp(response.bytes).metadata()
  expect(metadata.exif).toBeUndefined()
  expect(metadata.orientation).toBeUndefined()
  expect(metadata.height).toBeGreaterThan(metadata.width)
})

const nowhere: [what: string, addressOf: (name: string) => string][] = [
  ['a width that is not offered', (name) => `${name}/321.jpg`],
  ['a width of zero', (name) => `${name}/0.jpg`],
  ['a width with a sign', (name) => `${name}/-320.jpg`],
  ['a width with a leading zero', (name) => `${name}/0320.jpg`],
  ['a huge width', (name) => `${name}/99999999999.jpg`],
  ['an unknown format', (name) => `${name}/320.png`],
  ['no format', (name) => `${name}/320`],
  ['two formats', (name) => `${name}/320.jpg.webp`],
  [
    'another hash',
    (name) => `${name.slice(0, -6)}${name.endsWith('000000') ? '111111' : '000000'}/320.jpg`,
  ],
  ['a longer hash', (name) => `${name}0/320.jpg`],
  ['an unknown number', (name) => `2147483647${name.slice(name.indexOf('-'))}/320.jpg`],
  ['a number no picture can have', (name) => `9999999999${name.slice(name.indexOf('-'))}/320.jpg`],
  ['a way out of the folder', () => '..%2F..%2Foriginals/320.jpg'],
  ['a NUL', (name) => `${name}%00/320.jpg`],
]

for (const [what, addressOf] of nowhere) {
  test(`${what} is no picture's address`, async ({ newsroom }) => {
    const name = pictureName(await newsroom.addPicture())

    const response = await sendRequest(`/media/${addressOf(name)}`)

    expect(response.status).toBe(404)
  })
}

test('a picture narrower than a width is not blown up to it', async ({ newsroom }) => {
  const picture = await newsroom.addPicture({ width: 400, height: 300 })
  const story = await newsroom.publish({ leadImage: picture })

  const { text } = await sendRequest(story.path)

  const variant = new RegExp(`/media/${pictureName(picture)}/(\\d+)\\.avif`, 'g')
  const offered = [...text.matchAll(variant)].map((match) => Number(match[1]))
  expect(offered).toEqual(pictureWidths.filter((width) => width <= 400))
})

const pictures = (page: Page) => page.getByRole('main').locator('img')

/** What the browser made of each picture that has a place in the page. */
function measure(page: Page) {
  return pictures(page).evaluateAll((all) =>
    (all as HTMLImageElement[])
      .filter((img) => img.checkVisibility())
      .map((img) => ({
        src: img.currentSrc,
        ratio: img.naturalWidth / img.clientWidth,
        shown: img.clientWidth / img.clientHeight,
        declared: Number(img.getAttribute('width')) / Number(img.getAttribute('height')),
      })),
  )
}

/** Goes down the page so that all of its pictures are fetched, and waits until they are drawn. */
async function fetchAll(page: Page): Promise<void> {
  // What lies below the first screen has no size before it comes near.
  await page.addStyleTag({ content: '* { content-visibility: visible !important }' })
  await pictures(page).evaluateAll((all) =>
    Promise.all(
      (all as HTMLImageElement[])
        .filter((img) => img.checkVisibility())
        .map((img) => {
          img.loading = 'eager'
          return img.decode()
        }),
    ),
  )
}

for (const kind of pageKinds) {
  test.describe('on a phone of 360 px', () => {
    test.use({ viewport: { width: 360, height: 740 } })

    test(`${kind} fetches no picture larger than its place needs, nor a blurred one`, async ({
      page,
      pages,
    }) => {
      const { path } = pages[kind]
      // A list may be handed out once more as it was while it is made anew: a picture on it that the test before this
      // one has taken away with its data is gone then.
      await expect(async () => {
        await page.goto(path)
        await fetchAll(page)
      }).toPass()

      const measured = await measure(page)

      expect(measured.filter(({ ratio }) => ratio > 3 || ratio < 0.95)).toEqual([])
      expect(measured.filter(({ src }) => !src.endsWith('.avif'))).toEqual([])
      expect(measured.filter(({ shown, declared }) => Math.abs(shown - declared) > 0.03)).toEqual(
        [],
      )
    })
  })

  test(`${kind} says of every picture how large it is and when it is wanted`, async ({ pages }) => {
    const { path } = pages[kind]

    const { text } = await sendRequest(path)

    const images = [...text.matchAll(/<img [^>]*>/g)].map(([img]) => img)
    const eager = images.filter((img) => img.includes('loading="eager"'))
    const missing = (attribute: string) => images.filter((img) => !img.includes(` ${attribute}="`))
    expect(['width', 'height', 'alt', 'loading', 'src'].flatMap(missing)).toEqual([])
    expect(eager.length).toBeLessThanOrEqual(1)
    expect(eager.filter((img) => !/fetchpriority="high"/i.test(img))).toEqual([])
    expect(images.slice(1).filter((img) => !img.includes('loading="lazy"'))).toEqual([])
  })
}

test('the lead picture of a story is fetched at once and first, with its words and its owner', async ({
  page,
  newsroom,
}) => {
  const story = await publishRichStory(newsroom)

  await page.goto(story.path)

  const lead = page.getByRole('article').getByRole('figure').first()
  await expect(lead.getByRole('img')).toHaveAttribute('loading', 'eager')
  await expect(lead.getByRole('img')).toHaveAttribute('fetchpriority', 'high')
  await expect(lead.getByRole('img')).toHaveAccessibleName(/^ছবির বর্ণনা/)
  await expect(lead).toContainText('ছবির পরিচয়'.normalize('NFC'))
  await expect(lead).toContainText('চিত্রগ্রাহক'.normalize('NFC'))
})
