import { type CDPSession, expect, type Locator, type Page } from '@playwright/test'
import type { Body } from '@/lib/content-model/body'
import type { StoryContent } from '@/lib/newsroom/draft/story-content'
import { waitForCaret } from './caret'
import type { StaffedNewsroom, TestUser } from './newsroom-fixtures'
import { words } from './words'

const t = words.newsroomEditor

/** The contents of a clipboard or of a drop, by type. */
export type Clip = { html?: string; text?: string }

/** A story open in the editor, for the tests of writing. */
export class StoryEditorPage {
  readonly body: Locator

  private constructor(
    readonly page: Page,
    readonly id: number,
    readonly newsroom: StaffedNewsroom,
    readonly writer: TestUser,
  ) {
    this.body = page.getByRole('textbox', { name: t.body })
  }

  /** Opens a draft with that body. */
  static async open(
    page: Page,
    newsroom: StaffedNewsroom,
    body: Body = [],
  ): Promise<StoryEditorPage> {
    const writer = await newsroom.signIn(page, 'subEditor')
    const { id } = await newsroom.draftOf(writer, { body })
    const editor = new StoryEditorPage(page, id, newsroom, writer)
    await editor.load()
    return editor
  }

  /** Another story of the same writer, in the same page. */
  of(id: number): StoryEditorPage {
    return new StoryEditorPage(this.page, id, this.newsroom, this.writer)
  }

  async load(): Promise<void> {
    await this.page.goto(`/newsroom/stories/${this.id}`)
    await expect(this.field('headline')).toBeEditable()
    await expect(this.body).toHaveAttribute('contenteditable', 'true')
  }

  field(name: 'headline' | 'kicker' | 'standfirst' | 'dateline'): Locator {
    return this.page.getByLabel(t[name], { exact: true })
  }

  tool(name: keyof typeof words.newsroomTools): Locator {
    return this.page.getByRole('button', { name: words.newsroomTools[name], exact: true })
  }

  /** The panel যাচাই beside the story, opened. */
  async openChecks(): Promise<void> {
    const { tools, check } = words.newsroomStory
    const tabs = this.page.getByRole('tablist', { name: tools })
    await tabs.getByRole('tab', { name: check, exact: true }).click()
    await expect(
      this.page.getByRole('heading', { name: words.newsroomChecks.before }),
    ).toBeVisible()
  }

  /** The caret into a block of the body, at its end. */
  async into(selector: string): Promise<void> {
    await this.body.locator(selector).first().click()
    await this.page.keyboard.press('End')
    await waitForCaret(this.page)
  }

  /** Pastes as a browser does: an event with what the other program put on the clipboard. */
  async paste(target: Locator, { html, text = '' }: Clip): Promise<void> {
    await target.evaluate(
      (element, clip) => {
        const data = new DataTransfer()
        if (clip.html !== undefined) data.setData('text/html', clip.html)
        data.setData('text/plain', clip.text)
        const init = { clipboardData: data, bubbles: true, cancelable: true }
        element.dispatchEvent(new ClipboardEvent('paste', init))
      },
      { html, text },
    )
  }

  /** The server's working copy of the story. */
  async savedContent(): Promise<StoryContent | null> {
    const copy = await this.newsroom.db.workingCopy.findUnique({ where: { articleId: this.id } })
    return copy && (copy.content as StoryContent)
  }

  /** Empties the body and puts the caret into it. */
  async empty(): Promise<void> {
    await this.body.click()
    await this.page.keyboard.press('ControlOrMeta+A')
    await this.page.keyboard.press('Backspace')
    await this.expectBody([])
  }

  /** That the server comes to hold this body. */
  async expectBody(body: Body): Promise<void> {
    await expect
      .poll(async () => (await this.savedContent())?.body, { timeout: 15_000 })
      .toEqual(body)
  }
}

/** An input method, as the operating system drives the browser by it. */
export class InputMethod {
  private constructor(private session: CDPSession) {}

  static async of(page: Page): Promise<InputMethod> {
    return new InputMethod(await page.context().newCDPSession(page))
  }

  /** Shows these letters as the word being composed, in place of what it showed before. */
  compose(text: string): Promise<unknown> {
    const at = text.length
    return this.session.send('Input.imeSetComposition', {
      text,
      selectionStart: at,
      selectionEnd: at,
    })
  }

  /** Ends the composition with this text. */
  commit(text: string): Promise<unknown> {
    return this.session.send('Input.insertText', { text })
  }

  /** A word as a phonetic method composes it: each key changes the whole word, a blank commits it. */
  async write(states: string[], word: string): Promise<void> {
    for (const state of states) await this.compose(state)
    await this.commit(word)
  }
}
