import type { Page } from '@playwright/test'
import type { Block } from '@/lib/content-model/body'
import { storyPath } from '@/lib/newsroom/draft/working-copy'
import { expect, type StaffedNewsroom } from './newsroom-fixtures'
import { words } from './words'

const t = words.newsroomStory
const firstWord = (message: string) => message.split(' {')[0] ?? message

/** The page of a story in the newsroom. */
export class StoryPage {
  constructor(
    readonly page: Page,
    readonly id: number,
    readonly origin = '',
  ) {}

  get headline() {
    return this.page.getByLabel(words.newsroomEditor.headline, { exact: true })
  }

  get body() {
    return this.page.getByRole('textbox', { name: words.newsroomEditor.body })
  }

  /** The save status with that message. */
  says(message: string) {
    return this.page.getByRole('status').filter({ hasText: firstWord(message) })
  }

  async open(): Promise<void> {
    await this.page.goto(`${this.origin}${storyPath(this.id)}`)
  }

  /** This tab holds the edit lock, and the local draft has been sent. */
  async isWritable(): Promise<void> {
    await expect(this.headline).toBeEditable({ timeout: 15_000 })
  }

  async isSaved(): Promise<void> {
    await expect(this.says(t.saved)).toBeVisible({ timeout: 15_000 })
  }

  /** The paragraphs as they stand in the form, to the letter. */
  paragraphs(): Promise<string[]> {
    return this.body.locator('p').evaluateAll((all) => all.map((each) => each.textContent ?? ''))
  }
}

const textOf = (block: Block) =>
  block.kind === 'paragraph' ? block.content.map((run) => run.text).join('') : ''

/** The headline and the paragraphs of the server's working copy. */
export async function savedText(newsroom: StaffedNewsroom, articleId: number) {
  const copy = await newsroom.db.workingCopy.findUniqueOrThrow({ where: { articleId } })
  const { headline, body } = copy.content as { headline: string; body: Block[] }
  return { headline, paragraphs: body.map(textOf) }
}
