import sharp from 'sharp'
import { expect, test } from '@/e2e/support/fixtures'
import { sendRequest } from '@/e2e/support/http-client'
import { type Newsroom, type Story, secondsFromNow } from '@/e2e/support/newsroom'
import { shareCardPath } from '@/lib/cards/share-card/share-card'

/** Where the card of the story is to be had as it is now. */
async function cardOf(newsroom: Newsroom, { id }: Story): Promise<string> {
  const paper = await newsroom.db.paper.findFirstOrThrow()
  const { publicAt, leadImage, ...story } = await newsroom.db.article.findUniqueOrThrow({
    where: { id },
    include: { category: true, leadImage: true },
  })
  return shareCardPath({ ...story, publicAt: publicAt ?? new Date(), image: leadImage }, paper)
}

test('OG2 OG6 a story’s card is a JPEG of 1200 × 630 px, far below what Facebook takes', async ({
  newsroom,
}) => {
  const story = await newsroom.publish({ leadImage: await newsroom.addPicture() })

  const { status, headers, bytes } = await sendRequest(await cardOf(newsroom, story))

  expect(status).toBe(200)
  expect(headers['content-type']).toBe('image/jpeg')
  expect(headers['content-encoding']).toBeUndefined()
  const { format, width, height } = await sharp(bytes).metadata()
  expect({ format, width, height }).toEqual({ format: 'jpeg', width: 1200, height: 630 })
  expect(bytes.length).toBeLessThan(300_000)
})

test('a story without a picture has a card too', async ({ newsroom }) => {
  const story = await newsroom.publish()

  const { status, bytes } = await sendRequest(await cardOf(newsroom, story))

  expect(status).toBe(200)
  expect((await sharp(bytes).metadata()).width).toBe(1200)
})

test('OG5 a changed headline gives a new address, and the old one answers with the card as it is now', async ({
  newsroom,
}) => {
  const story = await newsroom.publish()
  const oldPath = await cardOf(newsroom, story)
  const before = await sendRequest(oldPath)

  await newsroom.changeHeadline(story, 'নতুন শিরোনাম')
  const newPath = await cardOf(newsroom, story)
  const [now, old] = [await sendRequest(newPath), await sendRequest(oldPath)]

  expect(newPath).not.toBe(oldPath)
  expect(now.status).toBe(200)
  expect(now.bytes.equals(before.bytes)).toBe(false)
  expect(old.status).toBe(200)
  expect(old.bytes.equals(now.bytes)).toBe(true)
})

test('a card may be kept for good at its address, for a minute at an old one, and for seconds by what stands before us', async ({
  newsroom,
}) => {
  const story = await newsroom.publish()
  const path = await cardOf(newsroom, story)
  const old = path.replace(/[0-9a-f]{12}\.jpg$/, '000000000000.jpg')

  const responses = [await sendRequest(path), await sendRequest(old)]

  expect(responses.map(({ headers }) => headers['cache-control'])).toEqual([
    'public, max-age=31536000, immutable, s-maxage=5',
    'public, max-age=60, s-maxage=5',
  ])
  expect(responses[1]?.bytes.equals(responses[0]?.bytes ?? Buffer.of())).toBe(true)
})

test('a card that did not change is not sent again', async ({ newsroom }) => {
  const path = await cardOf(newsroom, await newsroom.publish())
  const { headers } = await sendRequest(path)
  const etag = String(headers.etag)

  const same = await sendRequest(path, { headers: { 'If-None-Match': `"other", ${etag}` } })
  const other = await sendRequest(path, { headers: { 'If-None-Match': '"other"' } })

  expect([same.status, same.bytes.length, same.headers.etag]).toEqual([304, 0, etag])
  expect(other.status).toBe(200)
})

test('a HEAD request gets the headers, and no card', async ({ newsroom }) => {
  const path = await cardOf(newsroom, await newsroom.publish())

  const head = await sendRequest(path, { method: 'HEAD' })
  const whole = await sendRequest(path)

  expect([head.status, head.bytes.length]).toEqual([200, 0])
  expect(head.headers.etag).toBe(whole.headers.etag)
  expect(head.headers['content-type']).toBe('image/jpeg')
})

test('simultaneous and later requests for a card get the same bytes', async ({ newsroom }) => {
  const path = await cardOf(newsroom, await newsroom.publish())

  const atOnce = await Promise.all(Array.from({ length: 5 }, () => sendRequest(path)))
  const later = await sendRequest(path)

  expect(atOnce.map(({ bytes }) => bytes.equals(later.bytes))).toEqual(Array(5).fill(true))
})

test('a withdrawn story’s card is gone at every address, at once', async ({ newsroom }) => {
  const story = await newsroom.publish()
  const path = await cardOf(newsroom, story)
  const old = path.replace(/[0-9a-f]{12}\.jpg$/, '000000000000.jpg')
  await sendRequest(path)

  await newsroom.withdraw(story)
  const responses = [await sendRequest(path), await sendRequest(old)]

  expect(responses.map(({ status, bytes }) => [status, bytes.length])).toEqual([
    [410, 0],
    [410, 0],
  ])
  expect(responses[0]?.headers['cache-control']).toBe('no-store')
})

test('a story that readers do not have yet has no card', async ({ newsroom }) => {
  const draft = await newsroom.draft()
  const planned = await newsroom.schedule({ publishAt: secondsFromNow(3_600) })

  const responses = [
    await sendRequest(await cardOf(newsroom, draft)),
    await sendRequest(await cardOf(newsroom, planned)),
  ]

  expect(responses.map(({ status }) => status)).toEqual([404, 404])
})

const nowhere = [
  '2147483647-0123456789ab.jpg',
  '9999999999-0123456789ab.jpg',
  '0-0123456789ab.jpg',
  '1-0123456789ab.png',
  '1-0123456789AB.jpg',
  `1-${'0'.repeat(900)}.jpg`,
  '1.jpg',
  '%00.jpg',
  '..%2F..%2Foriginals',
]
for (const file of nowhere) {
  test(`${file.slice(0, 40)} is no card’s address`, async () => {
    expect((await sendRequest(`/media/card/${file}`)).status).toBe(404)
  })
}
