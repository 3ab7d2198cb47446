import type { z } from 'zod'
import { type CommandDefinition, runCommand } from '@/lib/commands/command'
import { draftStory } from '../../../lib/articles/draft-commands'
import { terminalActor } from '../../../lib/auth/system-actors'
import { renameCategory } from '../../../lib/categories/commands'
import { connectDb, type Db } from '../../../lib/db/client'
import { editStory, noteChange } from '../../../lib/newsroom/publish/edit-commands'
import {
  publishStory,
  scheduleStory,
  withdrawStory,
} from '../../../lib/newsroom/publish/publish-commands'
import type { CommandResult } from '../../../lib/outcome'
import { withClient } from '../../database/database'

export type StoryRef = { id: number; path: string }

/** Runs the newsroom's commands in another process than the servers. */
export class NewsroomClient {
  readonly #db: Db

  constructor(private readonly url: string) {
    this.#db = connectDb(url)
  }

  async disconnect(): Promise<void> {
    await this.#db.$disconnect()
  }

  async #run<Schema extends z.ZodType, Result extends CommandResult, Prepared>(
    command: CommandDefinition<Schema, Result, Prepared>,
    input: z.input<Schema>,
  ) {
    const outcome = await runCommand(this.#db, terminalActor, command, input, new Date())
    if (outcome.ok) return outcome
    throw new Error(`refused: ${outcome.reason}`)
  }

  async draft(headline: string, category = 'national'): Promise<StoryRef> {
    const body = [{ kind: 'paragraph' as const, content: [{ text: `${headline}।` }] }]
    const { story } = await this.#run(draftStory, { headline, category, body })
    return { id: story.id, path: `/${category}/${story.id}` }
  }

  async publish({ id }: StoryRef): Promise<void> {
    await this.#run(publishStory, { id, expectedVersion: null })
  }

  /** A new story that readers have in so many milliseconds. */
  async schedule(headline: string, inMs: number): Promise<StoryRef & { publishAt: Date }> {
    const story = await this.draft(headline)
    const publishAt = new Date(Date.now() + inMs)
    await this.#run(scheduleStory, { id: story.id, expectedVersion: null, publishAt })
    return { ...story, publishAt }
  }

  /** Without a notice. */
  async rename({ id }: StoryRef, headline: string): Promise<void> {
    await this.#run(editStory, { id, expectedVersion: null, headline })
  }

  async correct({ id }: StoryRef, note: string): Promise<void> {
    await this.#run(noteChange, { id, expectedVersion: null, kind: 'correction', note })
  }

  async renameCategory(slug: string, newSlug: string): Promise<void> {
    await this.#run(renameCategory, { slug, newSlug })
  }

  async withdraw({ id }: StoryRef): Promise<void> {
    await this.#run(withdrawStory, { id, expectedVersion: null, reason: 'ভুল' })
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
