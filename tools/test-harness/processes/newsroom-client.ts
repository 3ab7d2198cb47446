import { runCommand } from '@/lib/commands/command'
import { draftStory, editStory } from '../../../lib/articles/edit-commands'
import { terminalActor } from '../../../lib/auth/system-actors'
import { renameCategory } from '../../../lib/categories/commands'
import { connectDb, type Db } from '../../../lib/db/client'
import {
  noteChange,
  publishStory,
  scheduleStory,
  withdrawStory,
} from '../../../lib/newsroom/publish/publish-commands'
import type { Outcome } from '../../../lib/outcome'
import { withClient } from '../../database/database'

export type StoryRef = { id: number; path: string }

/** An editor at a desk of their own: the newsroom's commands, carried out in another process than any server's. */
export class NewsroomClient {
  readonly #db: Db

  constructor(private readonly url: string) {
    this.#db = connectDb(url)
  }

  async disconnect(): Promise<void> {
    await this.#db.$disconnect()
  }

  async draft(headline: string, category = 'national'): Promise<StoryRef> {
    const body = [{ kind: 'paragraph' as const, content: [{ text: `${headline}।` }] }]
    const outcome = await runCommand(
      this.#db,
      terminalActor,
      draftStory,
      { headline, category, body },
      new Date(),
    )
    const { story } = expectOk(outcome)
    return { id: story.id, path: `/${category}/${story.id}` }
  }

  async publish({ id }: StoryRef): Promise<void> {
    expectOk(
      await runCommand(
        this.#db,
        terminalActor,
        publishStory,
        { id, expectedVersion: null },
        new Date(),
      ),
    )
  }

  /** A new story that readers have in so many milliseconds. */
  async schedule(headline: string, inMs: number): Promise<StoryRef & { publishAt: Date }> {
    const story = await this.draft(headline)
    const publishAt = new Date(Date.now() + inMs)
    const input = { id: story.id, expectedVersion: null, publishAt }
    expectOk(await runCommand(this.#db, terminalActor, scheduleStory, input, new Date()))
    return { ...story, publishAt }
  }

  /** Without a notice. */
  async rename({ id }: StoryRef, headline: string): Promise<void> {
    const input = { id, expectedVersion: null, headline }
    expectOk(await runCommand(this.#db, terminalActor, editStory, input, new Date()))
  }

  async correct({ id }: StoryRef, note: string): Promise<void> {
    const input = { id, expectedVersion: null, kind: 'correction' as const, note }
    expectOk(await runCommand(this.#db, terminalActor, noteChange, input, new Date()))
  }

  async renameCategory(slug: string, newSlug: string): Promise<void> {
    expectOk(await runCommand(this.#db, terminalActor, renameCategory, { slug, newSlug }))
  }

  async withdraw({ id }: StoryRef): Promise<void> {
    const input = { id, expectedVersion: null, reason: 'ভুল' }
    expectOk(await runCommand(this.#db, terminalActor, withdrawStory, input, new Date()))
  }

  /** Addresses of public stories, the oldest first. */
  async paths(count: number): Promise<string[]> {
    return await withClient(this.url, async (client) => {
      const { rows } = await client.query<{ path: string }>(
        `SELECT '/' || c."slug" || '/' || a."id" AS "path" FROM "Article" a JOIN "Category" c ON c."id" = a."categoryId"
         WHERE a."publicAt" <= now() ORDER BY a."id" LIMIT $1`,
        [count],
      )
      return rows.map(({ path }) => path)
    })
  }
}

function expectOk<O extends Outcome>(outcome: O): Extract<O, { ok: true }> {
  if (outcome.ok) return outcome as Extract<O, { ok: true }>
  throw new Error(`refused: ${outcome.reason}`)
}
