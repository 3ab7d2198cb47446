import type { StoryContent } from '@/lib/newsroom/content'
import type { OpenStory, StoryState } from '@/lib/newsroom/working-copy'
import { CopyState } from './copy-state'
import type { KeptTexts } from './kept-texts'
import type { Line } from './line'
import { Looking } from './looking'
import { Pace } from './pace'
import { listenToPage } from './page-life'
import { recoverAll } from './recovery'
import { Sending } from './sending'
import { Shelf } from './shelf'
import { holdTab, isTabLeft, newName, rememberTab } from './tab'
import { Watch } from './watch'

type Parts = {
  articleId: number
  story: OpenStory
  lineFor: (tab: string) => Line
  texts: KeptTexts
}

/**
 * Keeps what is typed in one tab: at once on this machine (`Shelf`), and after a pause at the server (`Sending`); and
 * watches where the story stands. Nothing typed is let go before the server has said that it has it.
 */
export class CopyKeeper {
  readonly tab = newName()
  readonly line: Line
  readonly #articleId: number
  readonly #state: CopyState
  readonly #shelf: Shelf
  readonly #looking: Looking
  readonly #sending: Sending
  readonly #pace = new Pace()
  #watch: Watch | null = null
  #isRunning = false

  constructor({ articleId, story, lineFor, texts }: Parts) {
    this.#articleId = articleId
    this.line = lineFor(this.tab)
    this.#state = new CopyState(this.tab, story)
    this.#shelf = new Shelf({ articleId, tab: this.tab, texts, state: this.#state })
    this.#looking = new Looking(this.#state, this.line)
    const parts = { line: this.line, state: this.#state, shelf: this.#shelf }
    this.#sending = new Sending({ ...parts, pace: this.#pace, looking: this.#looking })
  }

  subscribe = (listener: () => void) => this.#state.subscribe(listener)

  snapshot = () => this.#state.keeping

  /** From now on the tab is in the story, until the answer is called. */
  start(): () => void {
    const letGo = holdTab(this.tab)
    rememberTab(this.#articleId, this.tab)
    this.#isRunning = true
    this.#sending.start()
    this.#watch = new Watch({ line: this.line, look: () => this.#lookAround() })
    void this.#open()
    const stopListening = listenToPage({
      onWake: () => this.#wake(),
      onHide: (isLeaving) => this.#hide(isLeaving),
      onUnload: (event) => this.#warn(event),
    })
    return () => {
      this.#hide(true)
      this.#isRunning = false
      this.#sending.stop()
      this.#watch?.stop()
      stopListening()
      letGo()
    }
  }

  /** At every keystroke. */
  write(content: StoryContent): void {
    if (!this.#state.keeping.isDirty) this.#pace.begin()
    this.#state.set({ content, isDirty: true })
    this.#shelf.keep()
    this.#sending.soon()
  }

  /** Saves what was not yet saved; answers the copy's version that holds it, null when it could not be saved. */
  async flush(): Promise<number | null> {
    if (!this.#state.keeping.isOpen) return null
    await this.#sending.underWay
    if (this.#state.keeping.isDirty) await this.#sending.send()
    const { isDirty, trouble } = this.#state.keeping
    return isDirty || trouble ? null : this.#state.attempts.version
  }

  /** Asks anew for the text and where the story stands. */
  refresh(): Promise<void> {
    return this.#looking.anew()
  }

  async takeOver(): Promise<void> {
    const said = await this.line.takeOver(this.#state.keeping.state.pen?.tab ?? null)
    if (said?.ok) this.#state.take(said.open)
    else if (said?.reason === 'outdated') await this.#looking.once()
    else if (said) this.#state.refuse(said)
    else this.#state.miss()
  }

  /** A text that was put aside, with the names it is tied to; null when it cannot be had. */
  async findParked(parkedId: number) {
    const said = await this.line.parked(parkedId)
    if (said?.ok) return said
    await this.refresh()
    return null
  }

  /**
   * What somebody chose becomes the text; null leaves the text as it is. Either way what was put aside is let go.
   * Answers whether it was done.
   */
  async settle(parkedId: number, content: StoryContent | null): Promise<boolean> {
    if ((await this.flush()) === null) return false
    const said = await this.line.settle(parkedId, this.#state.attempts.next(), content)
    if (!said) this.#state.miss()
    else if (!said.ok) await this.refresh()
    else {
      this.#state.set({ parkedId: null })
      this.#state.take(said.open)
    }
    return said?.ok === true
  }

  /** The page of this browser that had the pen and is gone. */
  async #findLeftTab(mayBeClosing: boolean): Promise<string | null> {
    const pen = this.#state.penSeen
    if (pen === null || pen === this.tab) return null
    return (await isTabLeft(this.#articleId, pen, mayBeClosing)) ? pen : null
  }

  async #open(): Promise<void> {
    const was = await this.#findLeftTab(true)
    const abandoned = await this.#shelf.listAbandoned(was)
    const said = await this.line.open(was)
    if (!this.#isRunning) return
    const parts = { state: this.#state, line: this.line, shelf: this.#shelf }
    if (!said?.ok || !(await recoverAll(parts, abandoned, said.open))) {
      if (said && !said.ok) this.#state.refuse(said)
      else this.#state.miss()
      this.#watch?.retry(() => this.#open(), this.#pace.nextRetryMs())
      return
    }
    this.#pace.calm()
    this.#state.open(said.open.state)
    this.#watch?.begin()
  }

  /** Answers whether the watch goes on; else the page is opened anew. */
  async #lookAround(): Promise<boolean> {
    const { round } = this.#state
    const said = await this.line.state()
    if (!this.#isRunning) return false
    if (said?.ok) {
      if (round === this.#state.round && !this.#sending.underWay) await this.#see(said.state)
      // It was still closing when this one opened: what it held and kept comes here now.
      if (!this.#state.keeping.isWriting && (await this.#findLeftTab(false))) {
        await this.#open()
        return false
      }
    } else if (said) this.#state.refuse(said)
    else this.#state.miss()
    return true
  }

  /** Where the story stands now: the pen may be elsewhere, the text another. */
  async #see(state: StoryState): Promise<void> {
    const { isDirty, isWriting: wasWriting, trouble } = this.#state.keeping
    const isWriting = this.#state.stand(state)
    const isBack = trouble === 'offline' || trouble === 'signedOut'
    if (isBack || !isDirty) this.#state.set({ trouble: null })
    if (isBack) this.#pace.calm()
    if (isDirty) {
      if (isBack || (wasWriting && !isWriting)) await this.#sending.send()
    } else if (state.copyVersion !== this.#state.attempts.version) await this.#looking.once()
  }

  /** The line is back, or somebody looks at the page again. */
  #wake(): void {
    this.#pace.calm()
    if (this.#state.keeping.isOpen) this.#watch?.wake()
  }

  /** Perhaps nobody comes back. */
  #hide(isLeaving: boolean): void {
    if (this.#state.keeping.isDirty) void this.#sending.send(true)
    if (isLeaving) this.line.leave()
  }

  /** Only where this machine keeps nothing is closing the page a loss. */
  #warn(event: BeforeUnloadEvent): void {
    const { isDirty, isKept } = this.#state.keeping
    if (isDirty && !isKept) event.preventDefault()
  }
}
