import { isSameContent, type StoryContent } from '@/lib/newsroom/content'
import {
  mostAttempts,
  type OpenStory,
  presenceRenewMs,
  type StoryState,
} from '@/lib/newsroom/working-copy'
import type { Keeping } from './keeping'
import { type KeptText, type KeptTexts, listAbandoned } from './kept-texts'
import type { Line, Refused } from './line'
import { holdTab, isTabLeft, newName, rememberTab } from './tab'

// Typing pauses this long, or goes on this long, before what is there is sent.
const pauseMs = 800
const mostWaitMs = 4_000
const watchMs = 1_200
const retryMs = [500, 1_000, 2_000, 4_000, 8_000]

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
  /** The working copy's version that the text was written on. */
  #version: number
  /** Where the pen was when it was last anywhere: a page that is gone has it no longer after a moment. */
  #penSeen: string | null
  #attempts: string[] = []
  #sending: Promise<void> | null = null
  /** Counts answers that say what the copy is: an older look at it is then worth nothing. */
  #round = 0
  #isRunning = false
  #dirtySince = 0
  #sendTimer: Timer
  #watchTimer: Timer
  #failures = 0
  #stayedAt = 0

  constructor({ articleId, story, lineFor, texts }: Parts) {
    this.#articleId = articleId
    this.line = lineFor(this.tab)
    this.#texts = texts
    this.#version = story.state.copyVersion
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
    void this.#open()
    const listening = new AbortController()
    const { signal } = listening
    window.addEventListener('online', () => this.#wake(), { signal })
    window.addEventListener('pagehide', () => this.#hide(true), { signal })
    window.addEventListener('beforeunload', (event) => this.#warn(event), { signal })
    document.addEventListener(
      'visibilitychange',
      () => (document.visibilityState === 'hidden' ? this.#hide(false) : this.#wake()),
      { signal },
    )
    return () => {
      this.#hide(true)
      this.#isRunning = false
      clearTimeout(this.#sendTimer)
      clearTimeout(this.#watchTimer)
      listening.abort()
      letGo()
    }
  }

  /** At every keystroke. */
  write(content: StoryContent): void {
    if (!this.#keeping.isDirty) this.#dirtySince = Date.now()
    this.#set({ content, isDirty: true })
    this.#keep()
    this.#sendSoon()
  }

  /** Saves what was not yet saved; answers the copy's version that holds it, null when it could not be saved. */
  async flush(): Promise<number | null> {
    if (!this.#keeping.isOpen) return null
    await this.#sending
    if (this.#keeping.isDirty) await this.#send()
    return this.#keeping.isDirty || this.#keeping.trouble ? null : this.#version
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
    const said = await this.line.settle(parkedId, this.#nextAttempt(), content)
    if (!said) this.#set({ trouble: 'offline' })
    else if (!said.ok) await this.refresh()
    else {
      this.#set({ parkedId: null })
      this.#take(said.open)
    }
    return said?.ok === true
  }

  #nextAttempt() {
    return { onVersion: this.#version, attempt: newName(), earlier: this.#attempts }
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
      this.#watchTimer = setTimeout(() => this.#open(), this.#nextRetryMs())
      return
    }
    this.#failures = 0
    this.#stayedAt = Date.now()
    this.#penSeen = said.open.state.pen?.tab ?? null
    this.#set({ isOpen: true, trouble: this.#keeping.isDirty ? this.#keeping.trouble : null })
    this.#watchSoon()
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
      if (isSameContent(text.content, this.#keeping.content))
        this.#attempts = [...text.attempts, ...this.#attempts].slice(0, mostAttempts)
      else if (!(await this.#recover(text, open.attempts))) return false
      await this.#texts.remove(text)
    }
    return true
  }

  async #recover(text: KeptText, known: string[]): Promise<boolean> {
    const { content, attempts } = text
    const [last] = known
    const isOurs = last !== undefined && attempts.includes(last)
    const onVersion = isOurs ? this.#version : text.onVersion
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
    const text = { articleId: this.#articleId, tab: this.tab, content, onVersion: this.#version }
    this.#texts.put({ ...text, attempts: this.#attempts, at: Date.now() }).catch(() => {
      // No room, or none at all in this window: the page says so.
      this.#set({ isKept: false })
    })
  }

  #sendSoon(): void {
    clearTimeout(this.#sendTimer)
    if (!this.#isRunning) return
    const waited = Date.now() - this.#dirtySince
    const wait = this.#keeping.trouble
      ? this.#nextRetryMs()
      : Math.min(pauseMs, mostWaitMs - waited)
    this.#sendTimer = setTimeout(() => this.#send(), Math.max(0, wait))
  }

  #nextRetryMs(): number {
    return retryMs[Math.min(this.#failures++, retryMs.length - 1)] ?? 0
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
    if (this.#attempts.length >= mostAttempts) await this.#findAttempts()
    const { content } = this.#keeping
    const text = { ...this.#nextAttempt(), content }
    this.#attempts = [text.attempt, ...text.earlier].slice(0, mostAttempts)
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
    if (!said?.ok) return
    const [last] = said.open.attempts
    if (last !== undefined && this.#attempts.includes(last))
      this.#version = said.open.state.copyVersion
    this.#attempts = []
  }

  /** The server has this text: what was typed after it is dirty still. */
  #confirmed(content: StoryContent, change: Partial<Keeping>): void {
    const isDirty = this.#keeping.content !== content
    this.#dirtySince = Date.now()
    this.#failures = 0
    this.#set({ ...change, isDirty, trouble: null })
    if (isDirty) this.#keep()
    else this.#forget()
  }

  /** Put aside: when more was typed it goes the same way, and then what the others have is shown. */
  async #parked(content: StoryContent, parkedId: number): Promise<void> {
    if (this.#keeping.content !== content) return
    this.#attempts = []
    this.#set({ parkedId, isDirty: false, trouble: null })
    this.#forget()
    await this.refresh()
  }

  /** The attempt arrived, and those before it no longer matter; one after it may be on its way. */
  #saved(
    { copyVersion, savedAt }: { copyVersion: number; savedAt: Date },
    attempt: string | undefined,
  ): Partial<Keeping> {
    const at = attempt === undefined ? -1 : this.#attempts.indexOf(attempt)
    if (at >= 0) this.#attempts = this.#attempts.slice(0, at)
    if (copyVersion < this.#version) return {}
    this.#version = copyVersion
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
    this.#version = state.copyVersion
    this.#attempts = []
    if (!isSameContent(content, this.#keeping.content)) this.#set({ content })
  }

  /** Answers whether the pen is here. */
  #stands(state: StoryState): boolean {
    const isWriting = state.pen?.tab === this.tab
    if (state.pen) this.#penSeen = state.pen.tab
    this.#set({ state, isWriting })
    return isWriting
  }

  #watchSoon(): void {
    clearTimeout(this.#watchTimer)
    if (!this.#isRunning) return
    const isSeen = document.visibilityState === 'visible'
    this.#watchTimer = setTimeout(() => this.#watch(), isSeen ? watchMs : presenceRenewMs)
  }

  async #watch(): Promise<void> {
    const round = this.#round
    if (Date.now() - this.#stayedAt >= presenceRenewMs) {
      const stayed = await this.line.stay()
      if (stayed?.ok) this.#stayedAt = Date.now()
    }
    const said = await this.line.state()
    if (!this.#isRunning) return
    if (said?.ok) {
      if (round === this.#round && !this.#sending) await this.#see(said.state)
      // It was still closing when this one opened: what it held and kept comes here now.
      if (!this.#keeping.isWriting && (await this.#findLeftTab(false))) return this.#open()
    } else if (said) this.#refused(said)
    else this.#set({ trouble: 'offline' })
    this.#watchSoon()
  }

  /** Where the story stands now: the pen may be elsewhere, the text another. */
  async #see(state: StoryState): Promise<void> {
    const { isDirty, isWriting: wasWriting, trouble } = this.#keeping
    const isWriting = this.#stands(state)
    const isBack = trouble === 'offline' || trouble === 'signedOut'
    if (isBack || !isDirty) this.#set({ trouble: null })
    if (isBack) this.#failures = 0
    if (isDirty) {
      if (isBack || (wasWriting && !isWriting)) await this.#send()
    } else if (state.copyVersion !== this.#version) await this.#look()
  }

  async #look(): Promise<void> {
    const round = this.#round
    const said = await this.line.look()
    if (said?.ok && round === this.#round) this.#take(said.open)
  }

  /** The line is back, or somebody looks at the page again. */
  #wake(): void {
    this.#failures = 0
    this.#stayedAt = 0
    if (!this.#keeping.isOpen) return
    clearTimeout(this.#watchTimer)
    void this.#watch()
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

type Timer = ReturnType<typeof setTimeout> | undefined
