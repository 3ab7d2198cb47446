import { randomInt } from 'node:crypto'
import { expect } from '@playwright/test'
import { calendarMonth } from '@/lib/bengali/calendar/dates'
import { articlePath } from '@/lib/content-model/article'
import type { Block, Body } from '@/lib/content-model/body'
import { type Category, trailTo } from '@/lib/content-model/category'
import type { Contributor, Image, Source, Topic } from '@/lib/db/generated/client'
import { tagsTouchedBy } from '@/lib/invalidation/cache-tags'
import { newPhotocardCode } from '@/lib/photocards/photocard'
import { sendRequest } from './http-client'
import { PaperFixtures } from './paper-fixtures'
import type { SavedPage } from './saved-page'

/** The fields of a story that matter to a test; the others have defaults. */
export type StoryFields = {
  headline?: string
  kicker?: string
  standfirst?: string
  dateline?: string
  body?: Body
  category?: Category
  bylines?: Contributor[]
  topics?: Topic[]
  source?: Source
  leadImage?: Image
  publishedAt?: Date
  embargoUntil?: Date
  corrections?: { kind: 'update' | 'correction'; note: string; at: Date }[]
}

export type Story = { id: number; headline: string; path: string; category: Category }

type Status = 'draft' | 'published' | 'scheduled'

export const paragraph = (text: string): Block => ({ kind: 'paragraph', content: [{ text }] })
export const secondsFromNow = (seconds: number) => new Date(Date.now() + seconds * 1_000)

/** Some instant long past: the story opens no list of the paper but its own category's. */
const longAgo = new Date('2019-03-26T06:00:00Z')

/** Writes a test's stories to the database, invalidates the server's pages, and removes all of it after the test. */
export class Newsroom extends PaperFixtures {
  #articles = new Set<number>()
  #adopted: string[] = []

  async publish(given: StoryFields = {}): Promise<Story> {
    const story = await this.#write(given, 'published', given.publishedAt ?? longAgo)
    await this.#waitForStatus(story, 200)
    return story
  }

  /** A story that becomes public at its hour, without another event. */
  async schedule(given: StoryFields & { publishAt: Date }): Promise<Story> {
    return this.#write(given, 'scheduled', given.publishAt)
  }

  async draft(given: StoryFields = {}): Promise<Story> {
    return this.#write(given, 'draft', null)
  }

  /** A story known only by its headline, as the import makes it of a page's list of links. */
  async publishHeadline(given: StoryFields = {}): Promise<Story> {
    const story = await this.publish({ ...given, body: [] })
    await this.db.article.update({ where: { id: story.id }, data: { isHeadlineOnly: true } })
    await this.#invalidateStory(story)
    return story
  }

  async withdraw(story: Story): Promise<void> {
    await this.db.article.update({
      where: { id: story.id },
      data: { status: 'withdrawn', withdrawnAt: new Date() },
    })
    await this.#invalidateStory(story)
    await this.#waitForStatus(story, 410)
  }

  /** A card of the story's headline, as the newsroom makes one. @returns its code */
  async addPhotocard(story: Story): Promise<string> {
    const code = newPhotocardCode((most) => randomInt(most))
    const { headline } = story
    const words = { template: 'headline', headline }
    const made = { madeByName: this.name('সম্পাদক'), madeAt: new Date(), key: code }
    const look = { size: 'square', storyAt: longAgo, category: story.category.name }
    await this.db.photocard.create({
      data: { code, articleId: story.id, words, headline, ...look, ...made },
    })
    return code
  }

  async changeHeadline(story: Story, headline: string): Promise<void> {
    await this.db.article.update({ where: { id: story.id }, data: { headline } })
    await this.#invalidateStory(story)
  }

  /** That many stories, an hour apart, oldest first; each is published after those before it. */
  async publishMany(count: number, category: Category, given: StoryFields = {}): Promise<Story[]> {
    const from = given.publishedAt ?? longAgo
    const at = (index: number) => new Date(from.getTime() + index * 3_600_000)
    const headlines = Array.from({ length: count }, () => this.name('খবর'))
    const rows = await this.db.article.createManyAndReturn({
      select: { id: true, headline: true },
      data: headlines.map((headline, index) => ({
        headline,
        body: [paragraph('একটি অনুচ্ছেদ।')],
        status: 'published' as const,
        publishAt: at(index),
        publishedAt: at(index),
        categoryId: category.id,
      })),
    })
    const stories = rows.map((row) => this.#storyOf(row.id, row.headline, category))
    await this.db.byline.createMany({
      data: stories.flatMap(({ id }) =>
        (given.bylines ?? []).map((each, position) => ({
          articleId: id,
          contributorId: each.id,
          position,
        })),
      ),
    })
    await this.db.articleTopic.createMany({
      data: stories.flatMap(({ id }) =>
        (given.topics ?? []).map((topic) => ({ articleId: id, topicId: topic.id })),
      ),
    })
    await this.invalidate(await this.#tagsOf(stories.map((story) => story.id)))
    return stories
  }

  /** The stories and names that the importer makes of the page are removed after the test. */
  adoptPage({ headline, byline, source, moreInCategory, readMore }: SavedPage): void {
    this.adopt([headline, ...moreInCategory, ...readMore])
    this.adoptNames([byline, source])
  }

  adopt(headlines: string[]): void {
    this.#adopted.push(...headlines.map((headline) => headline.normalize('NFC')))
  }

  /** Stories that were not made by this class are removed after the test. */
  protected adoptStories(ids: number[]): void {
    for (const id of ids) this.#articles.add(id)
  }

  /** Removes all that the test wrote, and invalidates its pages. */
  async clear(): Promise<void> {
    const adopted = await this.db.article.findMany({
      where: { headline: { in: this.#adopted } },
      select: { id: true },
    })
    const ids = [...this.#articles, ...adopted.map((story) => story.id)]
    const stale = await this.#tagsOf(ids)
    await this.db.article.deleteMany({ where: { id: { in: ids } } })
    // Pages that were closed while they held these stories are laid out again on the next request.
    await this.db.listPage.deleteMany()
    await this.clearFixtures()
    await this.invalidate(stale)
  }

  async #write(given: StoryFields, status: Status, publishAt: Date | null): Promise<Story> {
    const category = given.category ?? (await this.addCategory())
    const { id, headline } = await this.db.article.create({
      select: { id: true, headline: true },
      data: {
        headline: given.headline?.normalize('NFC') ?? this.name('শিরোনাম'),
        kicker: given.kicker ?? null,
        standfirst: given.standfirst ?? null,
        dateline: given.dateline ?? null,
        body: given.body ?? [paragraph('একটি অনুচ্ছেদ।')],
        wordCount: 250,
        status,
        publishAt,
        embargoUntil: given.embargoUntil ?? null,
        publishedAt: status === 'published' ? publishAt : null,
        notedChangeAt: given.corrections?.at(-1)?.at ?? null,
        categoryId: category.id,
        sourceId: given.source?.id ?? null,
        leadImageId: given.leadImage?.id ?? null,
        bylines: {
          create: (given.bylines ?? []).map(({ id: contributorId }, position) => ({
            contributorId,
            position,
          })),
        },
        topics: { create: (given.topics ?? []).map((topic) => ({ topicId: topic.id })) },
        corrections: { create: given.corrections ?? [] },
      },
    })
    const story = this.#storyOf(id, headline, category)
    await this.#invalidateStory(story)
    return story
  }

  #storyOf(id: number, headline: string, category: Category): Story {
    this.#articles.add(id)
    return { id, headline, category, path: articlePath({ id, category }) }
  }

  async #invalidateStory(story: Story): Promise<void> {
    await this.invalidate(await this.#tagsOf([story.id]))
  }

  async #tagsOf(ids: number[]): Promise<string[]> {
    const all = await this.db.category.findMany()
    const rows = await this.db.article.findMany({
      where: { id: { in: ids } },
      select: {
        id: true,
        publicAt: true,
        publishAt: true,
        category: true,
        bylines: { select: { contributor: { select: { slug: true } } } },
        topics: { select: { topic: { select: { slug: true } } } },
      },
    })
    return rows.flatMap((row) =>
      tagsTouchedBy({
        kind: 'article',
        before: null,
        after: {
          id: row.id,
          categorySlugs: trailTo(all, row.category).map((each) => each.slug),
          topicSlugs: row.topics.map((link) => link.topic.slug),
          contributorSlugs: row.bylines.map((link) => link.contributor.slug),
          month: calendarMonth(row.publicAt ?? row.publishAt ?? new Date()),
        },
      }),
    )
  }

  async #waitForStatus(story: Story, status: number): Promise<void> {
    await expect.poll(async () => (await sendRequest(story.path)).status).toBe(status)
  }
}
