import type { BrowserContext, Page } from '@playwright/test'
import { waitForCaret } from '@/e2e/support/caret'
import { expect, type StaffedNewsroom, type TestUser, test } from '@/e2e/support/newsroom-fixtures'
import { StoryPage, savedText } from '@/e2e/support/story-page'
import { words } from '@/e2e/support/words'
import { freePort } from '@/tools/process/free-port'
import { ServerInstance } from '@/tools/test-harness/processes/server-instance'

const t = words.newsroomStory
const seed = Number(process.env.NOTHING_LOST_SEED ?? Date.now() % 1_000_000)

/** Mulberry32: the same seed makes the same rounds. */
function chance(from: number) {
  let state = from
  return (below: number): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

// Conjuncts, both joiners, nukta, digits, signs; and the blank at a text's end.
const pieces = ['ক্ষ', 'র‍্যা', 'সেট্‌স', 'ড়', 'স্ত্রী', 'ন্ত্র', '৭.৫', '।', ' ', 'চাঁ', 'পানি', '“', '”']

/** Somebody who types at random, and what must be there of it. */
class Typist {
  headline = ''
  paragraphs = ['']
  readonly #below: (below: number) => number

  constructor(salt: number) {
    this.#below = chance(seed + salt)
  }

  pick<T>(all: readonly T[]): T {
    const picked = all[this.#below(all.length)]
    if (picked === undefined) throw new Error('nothing to pick from')
    return picked
  }

  async #typeInHeadline(story: StoryPage, piece: string) {
    await story.headline.focus()
    await story.page.keyboard.press('End')
    await story.page.keyboard.insertText(piece)
    this.headline += piece
  }

  async #typeInBody({ page }: StoryPage, piece: string) {
    await page.keyboard.insertText(piece)
    this.paragraphs[this.paragraphs.length - 1] += piece
  }

  /** Some letters in the headline or the body; now and then a new paragraph. */
  async type(story: StoryPage): Promise<void> {
    // The gate makes one blank of two: no text begins or goes on with one.
    const piece = () => this.pick(pieces.filter((each) => each !== ' ' || this.#mayBlank()))
    if (this.#below(4) === 0) return this.#typeInHeadline(story, this.pick(pieces.slice(0, 8)))
    await story.body.focus()
    await story.page.keyboard.press('ControlOrMeta+End')
    await waitForCaret(story.page)
    if (this.#below(5) === 0 && this.paragraphs.at(-1)) {
      await story.page.keyboard.press('Enter')
      this.paragraphs.push('')
      await this.#typeInBody(story, 'নতুন')
    }
    for (let left = 1 + this.#below(6); left > 0; left--) await this.#typeInBody(story, piece())
  }

  #mayBlank(): boolean {
    const last = this.paragraphs.at(-1) ?? ''
    return last !== '' && !last.endsWith(' ')
  }

  /** Some moment: right after a letter, when the save has just been sent, or when all is saved. */
  async moment(story: StoryPage): Promise<void> {
    const at = this.pick(['atOnce', 'atOnce', 'whenSent', 'whenSaved'] as const)
    const sent = story.page.waitForRequest((request) => request.url().endsWith('/copy'))
    await this.type(story)
    if (at === 'whenSent') await sent
    if (at === 'whenSaved') await story.isSaved()
    // Not waited for, it ends with the page.
    sent.catch(() => {})
  }

  /** Every letter is in the form; and, once it says so, at the server. */
  async isAllThere(newsroom: StaffedNewsroom, story: StoryPage): Promise<void> {
    await story.isWritable()
    await expect(story.headline).toHaveValue(this.headline)
    expect(await story.paragraphs()).toEqual(this.paragraphs)
    await story.isSaved()
    expect(await savedText(newsroom, story.id)).toEqual({
      headline: this.headline,
      // A body in which nothing was typed yet is none.
      paragraphs: this.paragraphs.filter((text) => text !== ''),
    })
    expect(
      await newsroom.db.conflictCopy.count({ where: { articleId: story.id, resolvedAt: null } }),
    ).toBe(0)
  }
}

type Round = { typist: Typist; story: StoryPage; context: BrowserContext }

/** What happens in the middle of writing; answers the page on which writing goes on. */
type Mishap = (round: Round) => Promise<StoryPage>

async function begin(
  page: Page,
  newsroom: StaffedNewsroom,
  origin = '',
): Promise<{ story: StoryPage; user: TestUser }> {
  const user = await newsroom.signIn(page, 'reporter')
  const { id } = await newsroom.draftOf(user, { headline: 'খ', body: [] })
  const story = new StoryPage(page, id, origin)
  await story.open()
  await story.isWritable()
  await story.headline.fill('')
  return { story, user }
}

type Rounds = { count: number; salt: number; mishap: Mishap }

async function endure(
  newsroom: StaffedNewsroom,
  opened: StoryPage,
  { count, salt, mishap }: Rounds,
): Promise<void> {
  const typist = new Typist(salt)
  let story = opened
  for (let round = 1; round <= count; round++) {
    await test.step(`round ${round}, seed ${seed}`, async () => {
      await typist.type(story)
      await typist.moment(story)
      story = await mishap({ typist, story, context: story.page.context() })
      await typist.isAllThere(newsroom, story)
    })
  }
}

async function reopen({ story, context }: Round): Promise<StoryPage> {
  const next = new StoryPage(await context.newPage(), story.id, story.origin)
  await next.open()
  return next
}

test.describe('no letter is lost', () => {
  test.beforeAll(() => {
    console.log(`nothing-lost: seed ${seed}`)
  })
  test.setTimeout(180_000)

  test('when the page is reloaded', async ({ page, newsroom }) => {
    const { story } = await begin(page, newsroom)

    await endure(newsroom, story, {
      count: 12,
      salt: 1,
      mishap: async (round) => {
        await round.story.page.reload()
        return round.story
      },
    })
  })

  test('when the page crashes', async ({ page, newsroom }) => {
    const { story } = await begin(page, newsroom)

    await endure(newsroom, story, {
      count: 8,
      salt: 2,
      mishap: async (round) => {
        const { page: crashing } = round.story
        const devtools = await round.context.newCDPSession(crashing)
        const crashed = crashing.waitForEvent('crash')
        // Never answered: who would answer is gone.
        devtools.send('Page.crash').catch(() => {})
        await crashed
        return await reopen(round)
      },
    })
  })

  test('when the tab is closed', async ({ page, newsroom }) => {
    const { story } = await begin(page, newsroom)

    await endure(newsroom, story, {
      count: 8,
      salt: 3,
      mishap: async (round) => {
        await round.story.page.close()
        return await reopen(round)
      },
    })
  })

  test('when the line drops', async ({ page, newsroom }) => {
    const { story } = await begin(page, newsroom)

    await endure(newsroom, story, {
      count: 10,
      salt: 4,
      mishap: async ({ typist, story: writing, context }) => {
        await context.setOffline(true)
        await typist.type(writing)
        await expect(writing.says(t.offline)).toBeVisible({ timeout: 15_000 })
        await typist.type(writing)
        await context.setOffline(false)
        return writing
      },
    })
  })

  test('when the session ends, and another’s session shows nothing of it', async ({
    page,
    newsroom,
  }) => {
    const { story, user } = await begin(page, newsroom)
    const other = await newsroom.addUser('reporter')
    const signIn = async ({ email, password }: TestUser) => {
      await page.getByLabel(words.newsroomAuth.email).fill(email)
      await page.getByLabel(words.newsroomAuth.password).fill(password)
      await page.getByRole('button', { name: words.newsroomAuth.enter }).click()
    }

    await endure(newsroom, story, {
      count: 5,
      salt: 5,
      mishap: async ({ typist, story: writing }) => {
        await newsroom.db.session.deleteMany({ where: { userId: user.id } })
        await typist.type(writing)
        await expect(writing.says(t.signedOut)).toBeVisible({ timeout: 15_000 })
        await page.getByRole('link', { name: t.signIn }).click()
        await signIn(other)
        await expect(page.getByRole('heading', { name: words.newsroom.noRightTitle })).toBeVisible()
        await page.getByRole('button', { name: words.newsroom.signOut }).click()
        await page.waitForURL('**/newsroom/sign-in')
        await writing.open()
        await signIn(user)
        return writing
      },
    })
  })

  test('when the server is killed in the middle of a save', async ({ page, newsroom }) => {
    const options = {
      databaseUrl: process.env.DATABASE_URL ?? '',
      dataDir: process.env.DAINIK_DATA_DIR ?? '',
    }
    const port = await freePort()
    const origin = `http://localhost:${port}`
    const start = () => ServerInstance.start({ ...options, port, settings: { SITE_URL: origin } })
    let server = await start()
    const { story } = await begin(page, newsroom, origin)

    await endure(newsroom, story, {
      count: 7,
      salt: 6,
      mishap: async ({ typist, story: writing }) => {
        const sent = page.waitForRequest((request) => request.url().endsWith('/copy'))
        await typist.type(writing)
        await sent
        await server.kill()
        await typist.type(writing)
        await expect(writing.says(t.offline)).toBeVisible({ timeout: 15_000 })
        server = await start()
        return writing
      },
    })

    await server.stop()
  })
})
