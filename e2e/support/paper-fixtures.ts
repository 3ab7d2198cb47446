import { createHash, randomInt } from 'node:crypto'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { otherCategory } from '@/lib/bengali/saved-page-patterns'
import type { Category } from '@/lib/content-model/category'
import type { Contributor, Image, PrismaClient, Source, Topic } from '@/lib/db/generated/client'
import { tags, tagsTouchedBy } from '@/lib/invalidation/cache-tags'
import { pictureName } from '@/lib/media/files/picture'
import { drawPicture } from './pictures'
import { inLetters, newMark } from './unique-names'

const idsOf = (rows: { id: number }[]) => ({ id: { in: rows.map((row) => row.id) } })

/** Categories, contributors, topics, sources and pictures of one test, removed after it. */
export class PaperFixtures {
  readonly db: PrismaClient
  readonly #filesDir: string
  /** The end of every name of this test: no two tests have the same names. */
  readonly #mark = newMark()
  readonly #slug = `e2e-${randomInt(1e12).toString(36)}`
  #count = 0
  #categories: Category[] = []
  #contributors: Contributor[] = []
  #topics: Topic[] = []
  #sources: Source[] = []
  #images: Image[] = []
  #redirects: string[] = []
  #adoptedNames: string[] = []

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
    await this.invalidate(tagsTouchedBy({ kind: 'categories', slugs: [category.slug] }))
    return category
  }

  /** The category was merged into another: it need not be removed. */
  forgetCategory(gone: Category): void {
    this.#categories = this.#categories.filter(({ id }) => id !== gone.id)
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

  /** Adds a permanent redirect. */
  async moveAddress(fromPath: string, toPath: string): Promise<void> {
    await this.db.redirect.create({ data: { fromPath, toPath } })
    this.#redirects.push(fromPath)
    await this.invalidate(tagsTouchedBy({ kind: 'redirects' }))
  }

  /** Contributors and sources of the importer are removed after the test. */
  adoptNames(names: string[]): void {
    this.#adoptedNames.push(...names.map((name) => name.normalize('NFC')))
  }

  /** As lib/invalidation/invalidate.ts does: the server is notified on commit. */
  async invalidate(stale: string[]): Promise<void> {
    const sorted = [...new Set(stale)].sort()
    await this.db.$executeRaw`
      INSERT INTO "TagVersion" ("tag", "at") SELECT tag, now() FROM unnest(${sorted}::text[]) AS tag
      ON CONFLICT ("tag") DO UPDATE SET "at" = GREATEST("TagVersion"."at", EXCLUDED."at")`
  }

  /** Removes all of it and invalidates the pages. The stories are removed already. */
  protected async clearFixtures(): Promise<void> {
    const { db } = this
    const adopted = { name: { in: this.#adoptedNames } }
    await db.redirect.deleteMany({ where: { fromPath: { in: this.#redirects } } })
    for (const { id } of this.#categories.toReversed()) await db.category.delete({ where: { id } })
    // The category that the importer makes for headlines of unknown category.
    await db.category.deleteMany({ where: { slug: otherCategory.slug, articles: { none: {} } } })
    await db.contributor.deleteMany({ where: { OR: [idsOf(this.#contributors), adopted] } })
    await db.source.deleteMany({ where: { OR: [idsOf(this.#sources), adopted] } })
    await db.topic.deleteMany({ where: idsOf(this.#topics) })
    await this.#clearPictures()
    await this.invalidate([
      tags.paper(),
      ...this.#categories.map((each) => tags.category(each.slug)),
      ...this.#topics.map((each) => tags.topic(each.slug)),
      ...this.#contributors.map((each) => tags.contributor(each.slug)),
      tags.redirects(),
    ])
  }

  async #clearPictures(): Promise<void> {
    await this.db.image.deleteMany({ where: idsOf(this.#images) })
    for (const image of this.#images) {
      await rm(this.#originalOf(image), { force: true })
      const variants = join(this.#filesDir, 'media', 'variants', pictureName(image))
      // The server may be writing another size at this moment.
      await rm(variants, { recursive: true, force: true, maxRetries: 5 })
    }
  }
}
