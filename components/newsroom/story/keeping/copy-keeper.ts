import { isSameContent, type StoryContent } from '@/lib/newsroom/content'
import { mostAttempts, type OpenStory, type StoryState } from '@/lib/newsroom/working-copy'
import { Attempts } from './attempts'
import type { Keeping } from './keeping'
import { type KeptText, type KeptTexts, listAbandoned } from './kept-texts'
import type { Line, Refused } from './line'
import { Pace } from './pace'
import { listenToPage } from './page-life'
import { holdTab, isTabLeft, newName, rememberTab } from './tab'
import { Watch } from './watch'

type Parts = {
  articleId: number
  story: OpenStory
  lineFor: (tab: string) => Line
  texts: KeptTexts
}

/**
 * Keeps what is typed in one tab: at once on this machine, and after a pause at the server; and watches where the story
 * stands. Nothing typed is let go before the server has said that it has it.
 */
export class CopyKeeper {
  readonly tab = newName()
  readonly line: Line
  readonly #articleId: number
  readonly #texts: KeptTexts
  #keeping: Keeping
  #listeners = new Set<() => void>()
  readonly #attempts: Attempts
  readonly #pace = new Pace()
  #watch: Watch | null = null
  /** Where the pen was when it was last anywhere: a page that is gone has it no longer after a moment. */
  #penSeen: string | null
  #sending: Promise<void> | null = null
  /** Counts answers that say what the copy is: an older look at it is then worth nothing. */
  #round = 0
  #isRunning = false
  #sendTimer: ReturnType<typeof setTimeout> | undefined

  constructor({ articleId, story, lineFor, texts }: Parts) {
    this.#articleId = articleId
    this.line = lineFor(this.tab)
    this.#texts = texts
    this.#attempts = new Attempts(story.state.copyVersion)
    this.#penSeen = story.state.pen?.tab ?? null
    this.#keeping = {
      state: story.state,
      content: story.content,
      ...{ isWriting: false, isOpen: false, isDirty: false, isSending: false, isKept: true },
      ...{ trouble: null, parkedId: null },
    }
  }

  subscribe = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  snapshot = () => this.#keeping

  /** From now on the tab is in the story, until the answer is called. */
  start(): () => void {
    const letGo = holdTab(this.tab)
    rememberTab(this.#articleId, this.tab)
    this.#isRunning = true
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
      clearTimeout(this.#sendTimer)
      this.#watch?.stop()
      stopListening()
      letGo()
    }
  }

  /** At every keystroke. */
  write(content: StoryContent): void {
    if (!this.#keeping.isDirty) this.#pace.begin()
    this.#set({ content, isDirty: true })
    this.#keep()
    this.#sendSoon()
  }

  /** Saves what was not yet saved; answers the copy's version that holds it, null when it could not be saved. */
  async flush(): Promise<number | null> {
    if (!this.#keeping.isOpen) return null
    await this.#sending
    if (this.#keeping.isDirty) await this.#send()
    return this.#keeping.isDirty || this.#keeping.trouble ? null : this.#attempts.version
  }

  /** Asks anew for the text and where the story stands. */
  async refresh(): Promise<void> {
    const round = this.#round
    const said = await (this.#keeping.isWriting ? this.line.open(null) : this.line.look())
    if (said && !said.ok) this.#refused(said)
    else if (said && round === this.#round) this.#take(said.open)
    // A save was answered meanwhile: what was seen is from before it.
    else if (said) await this.refresh()
  }

  async takeOver(): Promise<void> {
    const said = await this.line.takeOver(this.#keeping.state.pen?.tab ?? null)
    if (said?.ok) this.#take(said.open)
    else if (said?.reason === 'outdated') await this.#look()
    else if (said) this.#refused(said)
    else this.#set({ trouble: 'offline' })
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
    const said = await this.line.settle(parkedId, this.#attempts.next(), content)
    if (!said) this.#set({ trouble: 'offline' })
    else if (!said.ok) await this.refresh()
    else {
      this.#set({ parkedId: null })
      this.#take(said.open)
    }
    return said?.ok === true
  }

  /** The page of this browser that had the pen and is gone. */
  async #findLeftTab(mayBeClosing: boolean): Promise<string | null> {
    const pen = this.#penSeen
    if (pen === null || pen === this.tab) return null
    return (await isTabLeft(this.#articleId, pen, mayBeClosing)) ? pen : null
  }

  async #open(): Promise<void> {
    const was = await this.#findLeftTab(true)
    const abandoned = await this.#listAbandoned(was)
    const said = await this.line.open(was)
    if (!this.#isRunning) return
    if (!said?.ok || !(await this.#recoverAll(abandoned, said.open))) {
      if (said && !said.ok) this.#refused(said)
      else this.#set({ trouble: 'offline' })
      this.#watch?.retry(() => this.#open(), this.#pace.nextRetryMs())
      return
    }
    this.#pace.calm()
    this.#penSeen = said.open.state.pen?.tab ?? null
    this.#set({ isOpen: true, trouble: this.#keeping.isDirty ? this.#keeping.trouble : null })
    this.#watch?.begin()
  }

  async #listAbandoned(was: string | null): Promise<KeptText[]> {
    try {
      return await listAbandoned(this.#texts, { articleId: this.#articleId, tab: this.tab, was })
    } catch {
      // The browser keeps nothing (a private window, no room): the page says so, and the server is all there is.
      this.#set({ isKept: false })
      return []
    }
  }

  /** Sends what pages that are gone left; answers whether the server has all of it. */
  async #recoverAll(abandoned: KeptText[], open: OpenStory): Promise<boolean> {
    this.#take(open)
    for (const text of abandoned) {
      // Its last save may still be on its way: what is written next contains it.
      if (isSameContent(text.content, this.#keeping.content)) this.#attempts.inherit(text.attempts)
      else if (!(await this.#recover(text, open.attempts))) return false
      await this.#texts.remove(text)
    }
    return true
  }

  async #recover(text: KeptText, known: string[]): Promise<boolean> {
    const { content, attempts } = text
    const [last] = known
    const isOurs = last !== undefined && attempts.includes(last)
    const onVersion = isOurs ? this.#attempts.version : text.onVersion
    const earlier = attempts.slice(0, mostAttempts)
    const said = await this.line.save({ content, onVersion, attempt: newName(), earlier }, false)
    if (!said) return false
    if (said.ok) this.#set({ content, ...this.#saved(said, earlier[0]) })
    else if (said.parkedId !== undefined) this.#set({ parkedId: said.parkedId })
    else return this.#inherit(text, said)
    return true
  }

  /** A text that the server did not take stands here as it stood there, until it is another. Answers whether it does. */
  #inherit({ content }: KeptText, refused: Refused): boolean {
    if (refused.reason !== 'invalid' || !this.#keeping.isWriting) return false
    this.#set({ content, isDirty: true })
    this.#refused(refused)
    this.#keep()
    return true
  }

  #keep(): void {
    const { content } = this.#keeping
    const text = { articleId: this.#articleId, tab: this.tab, content }
    const { version: onVersion, names: attempts } = this.#attempts
    this.#texts.put({ ...text, onVersion, attempts, at: Date.now() }).catch(() => {
      // No room, or none at all in this window: the page says so.
      this.#set({ isKept: false })
    })
  }

  #sendSoon(): void {
    clearTimeout(this.#sendTimer)
    if (!this.#isRunning) return
    const waitMs = this.#pace.nextMs(this.#keeping.trouble !== null)
    this.#sendTimer = setTimeout(() => this.#send(), waitMs)
  }

  #send(isLast = false): Promise<void> {
    clearTimeout(this.#sendTimer)
    // One at a time; but a page that closes cannot wait for an answer.
    if (this.#sending && !isLast) return this.#sending
    const sending = this.#sendNow(isLast).finally(() => {
      if (this.#sending === sending) this.#sending = null
      if (this.#keeping.isDirty && this.#isMoreToSend()) this.#sendSoon()
    })
    this.#sending = sending
    return sending
  }

  /** A text that the server does not take is not sent again until it is another. */
  #isMoreToSend(): boolean {
    const { trouble } = this.#keeping
    return trouble === null || trouble === 'offline' || trouble === 'signedOut'
  }

  async #sendNow(isLast: boolean): Promise<void> {
    if (this.#attempts.areTooMany) await this.#findAttempts()
    const { content } = this.#keeping
    const text = { ...this.#attempts.next(), content }
    this.#attempts.sent(text)
    this.#keep()
    this.#set({ isSending: true })
    const said = await this.line.save(text, isLast)
    this.#round++
    this.#set({ isSending: false })
    if (!said) this.#set({ trouble: 'offline' })
    else if (said.ok) this.#confirmed(content, this.#saved(said, text.attempt))
    else if (said.parkedId !== undefined) await this.#parked(content, said.parkedId)
    else this.#refused(said)
  }

  /** More attempts without an answer than are remembered: which of them was the last to arrive? */
  async #findAttempts(): Promise<void> {
    const said = await this.line.look()
    if (said?.ok) this.#attempts.settle(said.open.attempts[0], said.open.state.copyVersion)
  }

  /** The server has this text: what was typed after it is dirty still. */
  #confirmed(content: StoryContent, change: Partial<Keeping>): void {
    const isDirty = this.#keeping.content !== content
    this.#pace.begin()
    this.#pace.calm()
    this.#set({ ...change, isDirty, trouble: null })
    if (isDirty) this.#keep()
    else this.#forget()
  }

  /** Put aside: when more was typed it goes the same way, and then what the others have is shown. */
  async #parked(content: StoryContent, parkedId: number): Promise<void> {
    if (this.#keeping.content !== content) return
    this.#attempts.forget()
    this.#set({ parkedId, isDirty: false, trouble: null })
    this.#forget()
    await this.refresh()
  }

  #saved(
    { copyVersion, savedAt }: { copyVersion: number; savedAt: Date },
    attempt: string | undefined,
  ): Partial<Keeping> {
    if (!this.#attempts.arrived(copyVersion, attempt)) return {}
    return { state: { ...this.#keeping.state, copyVersion, savedAt, isChanged: true } }
  }

  #forget(): void {
    this.#texts.remove({ articleId: this.#articleId, tab: this.tab }).catch(() => {
      // Kept once too often: it is the same as the server's, and found to be so.
    })
  }

  #refused({ reason }: Refused): void {
    this.#set({ trouble: reason === 'notSignedIn' ? 'signedOut' : reason })
  }

  /** The server's text, unless something was typed that it does not know. */
  #take({ state, content }: OpenStory): void {
    const { isDirty } = this.#keeping
    this.#round++
    this.#stands(state)
    if (isDirty) return
    this.#attempts.standOn(state.copyVersion)
    if (!isSameContent(content, this.#keeping.content)) this.#set({ content })
  }

  /** Answers whether the pen is here. */
  #stands(state: StoryState): boolean {
    const isWriting = state.pen?.tab === this.tab
    if (state.pen) this.#penSeen = state.pen.tab
    this.#set({ state, isWriting })
    return isWriting
  }

  /** Answers whether the watch goes on; else the page is opened anew. */
  async #lookAround(): Promise<boolean> {
    const round = this.#round
    const said = await this.line.state()
    if (!this.#isRunning) return false
    if (said?.ok) {
      if (round === this.#round && !this.#sending) await this.#see(said.state)
      // It was still closing when this one opened: what it held and kept comes here now.
      if (!this.#keeping.isWriting && (await this.#findLeftTab(false))) {
        await this.#open()
        return false
      }
    } else if (said) this.#refused(said)
    else this.#set({ trouble: 'offline' })
    return true
  }

  /** Where the story stands now: the pen may be elsewhere, the text another. */
  async #see(state: StoryState): Promise<void> {
    const { isDirty, isWriting: wasWriting, trouble } = this.#keeping
    const isWriting = this.#stands(state)
    const isBack = trouble === 'offline' || trouble === 'signedOut'
    if (isBack || !isDirty) this.#set({ trouble: null })
    if (isBack) this.#pace.calm()
    if (isDirty) {
      if (isBack || (wasWriting && !isWriting)) await this.#send()
    } else if (state.copyVersion !== this.#attempts.version) await this.#look()
  }

  async #look(): Promise<void> {
    const round = this.#round
    const said = await this.line.look()
    if (said?.ok && round === this.#round) this.#take(said.open)
  }

  /** The line is back, or somebody looks at the page again. */
  #wake(): void {
    this.#pace.calm()
    if (this.#keeping.isOpen) this.#watch?.wake()
  }

  /** Perhaps nobody comes back. */
  #hide(isLeaving: boolean): void {
    if (this.#keeping.isDirty) void this.#send(true)
    if (isLeaving) this.line.leave()
  }

  /** Only where this machine keeps nothing is closing the page a loss. */
  #warn(event: BeforeUnloadEvent): void {
    if (this.#keeping.isDirty && !this.#keeping.isKept) event.preventDefault()
  }

  #set(change: Partial<Keeping>): void {
    this.#keeping = { ...this.#keeping, ...change }
    for (const listener of this.#listeners) listener()
  }
}
