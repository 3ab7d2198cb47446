import { draftStory, noteChange, tidyStory } from '../../lib/articles/edit-commands'
import { publishStory, scheduleStory, withdrawStory } from '../../lib/articles/publish-commands'
import { terminal } from '../../lib/auth/machines'
import { renameCategory } from '../../lib/categories/commands'
import { connectDb, type Db } from '../../lib/db/client'
import type { Outcome } from '../../lib/outcome'
import { query } from '../database'

export type Story = { id: number; path: string }

/** An editor at a desk of their own: the newsroom's commands, carried out in another process than any server's. */
export class Desk {
  readonly #db: Db

  constructor(private readonly url: string) {
    this.#db = connectDb(url)
  }

  async leave(): Promise<void> {
    await this.#db.$disconnect()
  }

  async draft(headline: string, category = 'national'): Promise<Story> {
    const body = [{ kind: 'paragraph' as const, content: [{ text: `${headline}।` }] }]
    const outcome = await draftStory(this.#db, terminal, { headline, category, body }, new Date())
    const { story } = carriedOut(outcome)
    return { id: story.id, path: `/${category}/${story.id}` }
  }

  async publish({ id }: Story): Promise<void> {
    carriedOut(await publishStory(this.#db, terminal, { id, expectedVersion: null }, new Date()))
  }

  /** A new story that readers have in so many milliseconds. */
  async plan(headline: string, inMs: number): Promise<Story & { publishAt: Date }> {
    const story = await this.draft(headline)
    const publishAt = new Date(Date.now() + inMs)
    const input = { id: story.id, expectedVersion: null, publishAt }
    carriedOut(await scheduleStory(this.#db, terminal, input, new Date()))
    return { ...story, publishAt }
  }

  /** Without a notice. */
  async rename({ id }: Story, headline: string): Promise<void> {
    const input = { id, expectedVersion: null, headline }
    carriedOut(await tidyStory(this.#db, terminal, input, new Date()))
  }

  async correct({ id }: Story, note: string): Promise<void> {
    const input = { id, expectedVersion: null, kind: 'correction' as const, note }
    carriedOut(await noteChange(this.#db, terminal, input, new Date()))
  }

  async renameCategory(slug: string, newSlug: string): Promise<void> {
    carriedOut(await renameCategory(this.#db, terminal, { slug, newSlug }))
  }

  async withdraw({ id }: Story): Promise<void> {
    const input = { id, expectedVersion: null, reason: 'ভুল' }
    carriedOut(await withdrawStory(this.#db, terminal, input, new Date()))
  }

  /** Addresses of public stories, the oldest first. */
  async paths(count: number): Promise<string[]> {
    return await query(this.url, async (client) => {
      const { rows } = await client.query<{ path: string }>(
        `SELECT '/' || c."slug" || '/' || a."id" AS "path" FROM "Article" a JOIN "Category" c ON c."id" = a."categoryId"
         WHERE a."publicAt" <= now() ORDER BY a."id" LIMIT $1`,
        [count],
      )
      return rows.map(({ path }) => path)
    })
  }
}

function carriedOut<O extends Outcome>(outcome: O): Extract<O, { ok: true }> {
  if (outcome.ok) return outcome as Extract<O, { ok: true }>
  throw new Error(`refused: ${outcome.reason}`)
}
