import { createHash, randomInt } from 'node:crypto'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect } from '@playwright/test'
import { articlePath } from '@/lib/articles/article'
import type { Block, Body } from '@/lib/articles/body'
import { otherCategory } from '@/lib/bengali/page-words'
import { tags, tagsTouchedBy } from '@/lib/cache-tags'
import { type Category, trailTo } from '@/lib/categories/category'
import type { Contributor, Image, PrismaClient, Source, Topic } from '@/lib/db/generated/client'
import { pictureName } from '@/lib/media/picture'
import { ask } from './ask'
import { inLetters, newMark } from './names'
import { drawPicture } from './pictures'
import type { SavedPage } from './saved-page'

/** What a test says of a story; the rest is filled in. */
export type StoryWords = {
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

/** Writes what a test needs into the paper, tells the press, and takes it all out again. */
export class Newsroom {
  readonly db: PrismaClient
  readonly #filesDir: string
  /** What every name of this test ends with, so that no two tests' names are the same. */
  readonly #mark = newMark()
  readonly #slug = `e2e-${randomInt(1e12).toString(36)}`
  #count = 0
  #categories: Category[] = []
  #headlines: string[] = []
  #names: string[] = []
  #articles = new Set<number>()
  #contributors: Contributor[] = []
  #topics: Topic[] = []
  #sources: Source[] = []
  #images: Image[] = []
  #redirects: string[] = []

  constructor(db: PrismaClient, filesDir: string) {
    this.db = db
    this.#filesDir = filesDir
  }

  /** A name of this test alone: `name('খবর')` is `খবর গতদবঙজফক`. */
  name(word: string): string {
    this.#count += 1
    return `${word} ${this.#mark}${inLetters(this.#count)}`.normalize('NFC')
  }

  #newSlug(): string {
    this.#count += 1
    return `${this.#slug}-${this.#count}`
  }

  async addCategory(parent?: Category): Promise<Category> {
    const category = await this.db.category.create({
      data: {
        slug: this.#newSlug(),
        name: this.name('বিভাগ'),
        position: 1_000,
        parentId: parent?.id ?? null,
      },
    })
    this.#categories.push(category)
    await this.expire(tagsTouchedBy({ kind: 'categories', slugs: [category.slug] }))
    return category
  }

  async addContributor(kind: 'person' | 'desk' = 'person'): Promise<Contributor> {
    const made = await this.db.contributor.create({
      data: { slug: this.#newSlug(), name: this.name('প্রতিবেদক'), kind },
    })
    this.#contributors.push(made)
    return made
  }

  async addTopic(): Promise<Topic> {
    const made = await this.db.topic.create({
      data: { slug: this.#newSlug(), name: this.name('প্রসঙ্গ') },
    })
    this.#topics.push(made)
    return made
  }

  async addSource(url: string | null = null): Promise<Source> {
    const made = await this.db.source.create({
      data: { slug: this.#newSlug(), name: this.name('সংস্থা'), url },
    })
    this.#sources.push(made)
    return made
  }

  /** A picture of its own, drawn here; its file lies where the paper keeps originals. */
  async addPicture({ width = 1_700, height = 1_100, isSideways = false } = {}): Promise<Image> {
    const bytes = await drawPicture(width, height, isSideways)
    const hash = createHash('sha256').update(bytes).digest('hex')
    const file = this.#originalOf({ hash })
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, bytes)
    const made = await this.db.image.create({
      data: {
        hash,
        mediaType: 'image/jpeg',
        bytes: bytes.length,
        width: isSideways ? height : width,
        height: isSideways ? width : height,
        alt: this.name('ছবির বর্ণনা'),
        caption: this.name('ছবির পরিচয়'),
        credit: this.name('চিত্রগ্রাহক'),
      },
    })
    this.#images.push(made)
    return made
  }

  #originalOf({ hash }: { hash: string }): string {
    return join(this.#filesDir, 'media', 'originals', hash.slice(0, 2), hash)
  }

  async publish(given: StoryWords = {}): Promise<Story> {
    const story = await this.#write(given, 'published', given.publishedAt ?? longAgo)
    await this.#untilAnswers(story, 200)
    return story
  }

  /** A story with a planned hour: readers have it from then on, without anything else happening. */
  async schedule(given: StoryWords & { publishAt: Date }): Promise<Story> {
    return this.#write(given, 'scheduled', given.publishAt)
  }

  async draft(given: StoryWords = {}): Promise<Story> {
    return this.#write(given, 'draft', null)
  }

  /** As an imported page's list of links leaves it. */
  async publishHeadline(): Promise<Story> {
    const story = await this.publish({ body: [] })
    await this.db.article.update({ where: { id: story.id }, data: { isHeadlineOnly: true } })
    await this.#tell(story)
    return story
  }

  async withdraw(story: Story): Promise<void> {
    await this.db.article.update({
      where: { id: story.id },
      data: { status: 'withdrawn', withdrawnAt: new Date() },
    })
    await this.#tell(story)
    await this.#untilAnswers(story, 410)
  }

  async changeHeadline(story: Story, headline: string): Promise<void> {
    await this.db.article.update({ where: { id: story.id }, data: { headline } })
    await this.#tell(story)
  }

  /** That many stories, an hour apart, oldest first; each is published after those before it. */
  async publishMany(count: number, category: Category, given: StoryWords = {}): Promise<Story[]> {
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
    await this.expire(await this.#tagsOf(stories.map((story) => story.id)))
    return stories
  }

  async moveAddress(fromPath: string, toPath: string): Promise<void> {
    await this.db.redirect.create({ data: { fromPath, toPath } })
    this.#redirects.push(fromPath)
    await this.expire(tagsTouchedBy({ kind: 'redirect', path: fromPath }))
  }

  /** What a page brings into the paper through the importer is taken out again with the test's own. */
  adoptPage({ headline, byline, source, moreInCategory, readMore }: SavedPage): void {
    this.adopt([headline, ...moreInCategory, ...readMore])
    this.#names.push(byline.normalize('NFC'), source.normalize('NFC'))
  }

  adopt(headlines: string[]): void {
    this.#headlines.push(...headlines.map((headline) => headline.normalize('NFC')))
  }

  /** As lib/document/expire.ts: the press hears of it on commit. */
  async expire(stale: string[]): Promise<void> {
    const sorted = [...new Set(stale)].sort()
    await this.db.$executeRaw`
      INSERT INTO "TagTime" ("tag", "at") SELECT tag, now() FROM unnest(${sorted}::text[]) AS tag
      ON CONFLICT ("tag") DO UPDATE SET "at" = GREATEST("TagTime"."at", EXCLUDED."at")`
  }

  async #write(given: StoryWords, status: Status, publishAt: Date | null): Promise<Story> {
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
    await this.#tell(story)
    return story
  }

  #storyOf(id: number, headline: string, category: Category): Story {
    this.#articles.add(id)
    return { id, headline, category, path: articlePath({ id, category }) }
  }

  async #tell(story: Story): Promise<void> {
    await this.expire(await this.#tagsOf([story.id]))
  }

  async #tagsOf(ids: number[]): Promise<string[]> {
    const all = await this.db.category.findMany()
    const rows = await this.db.article.findMany({
      where: { id: { in: ids } },
      select: {
        id: true,
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
        },
      }),
    )
  }

  async #untilAnswers(story: Story, status: number): Promise<void> {
    await expect.poll(async () => (await ask(story.path)).status).toBe(status)
  }

  /** Takes out all that the test put in, and has every page made anew without it. */
  async clear(): Promise<void> {
    const { db } = this
    const adopted = await db.article.findMany({
      where: { headline: { in: this.#headlines } },
      select: { id: true },
    })
    const ids = [...this.#articles, ...adopted.map((story) => story.id)]
    const stale = await this.#tagsOf(ids)
    await db.article.deleteMany({ where: { id: { in: ids } } })
    // Pages that were closed off while these stories stood in them are laid out anew when they are next asked for.
    await db.listPage.deleteMany()
    await db.redirect.deleteMany({ where: { fromPath: { in: this.#redirects } } })
    for (const { id } of this.#categories.toReversed()) await db.category.delete({ where: { id } })
    const idsOf = (rows: { id: number }[]) => ({ id: { in: rows.map((row) => row.id) } })
    const named = { name: { in: this.#names } }
    await db.contributor.deleteMany({ where: { OR: [idsOf(this.#contributors), named] } })
    await db.topic.deleteMany({ where: idsOf(this.#topics) })
    await db.source.deleteMany({ where: { OR: [idsOf(this.#sources), named] } })
    // The desk that the importer makes for headlines of unknown category.
    await db.category.deleteMany({ where: { slug: otherCategory.slug, articles: { none: {} } } })
    await this.#clearPictures()
    await this.expire([
      ...stale,
      tags.paper(),
      ...this.#categories.map((each) => tags.category(each.slug)),
      ...this.#topics.map((each) => tags.topic(each.slug)),
      ...this.#contributors.map((each) => tags.contributor(each.slug)),
      ...this.#redirects.map(tags.path),
    ])
  }

  async #clearPictures(): Promise<void> {
    await this.db.image.deleteMany({ where: { id: { in: this.#images.map((each) => each.id) } } })
    for (const image of this.#images) {
      await rm(this.#originalOf(image), { force: true })
      const variants = join(this.#filesDir, 'media', 'variants', pictureName(image))
      await rm(variants, { recursive: true, force: true })
    }
  }
}
