import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { blankContent, type StoryContent } from '@/lib/newsroom/content'
import type { OpenStory, StoryState } from '@/lib/newsroom/working-copy'
import { CopyKeeper } from './copy-keeper'
import type { KeptText, KeptTexts } from './kept-texts'
import type { Line, Refused, SentText } from './line'

const saying = (headline: string): StoryContent => ({ ...blankContent('national'), headline })

/** The server as a tab hears it: a working copy, who has the pen, and a line that may be down. */
class FakeServer {
  isDown = false
  refusal: Refused | null = null
  content = saying('')
  version = 1
  attempts: string[] = []
  pen: string | null = null
  saves: SentText[] = []

  state(): StoryState {
    const pen = this.pen === null ? null : { tab: this.pen, userId: 'u1', name: 'করিম' }
    return {
      ...{ id: 7, version: 1, status: 'draft', publishAt: null, isPublic: false, wasPublic: false },
      ...{ ownerId: 'u1', trashedAt: null, isChanged: true, savedAt: null, savedBy: null },
      ...{ copyVersion: this.version, pen, here: [], parked: [] },
    }
  }

  open(): OpenStory {
    return { state: this.state(), content: this.content, attempts: this.attempts }
  }

  lineFor = (tab: string) => {
    const said = <Answer>(answer: () => Answer) => Promise.resolve(this.isDown ? null : answer())
    const opened = () => said(() => ({ ok: true as const, open: this.open() }))
    return {
      open: () => {
        if (!this.isDown) this.pen ??= tab
        return opened()
      },
      look: opened,
      stay: () => said(() => ({ ok: true })),
      state: () => said(() => ({ ok: true, state: this.state() })),
      leave: () => {},
      save: (text: SentText) => said(() => this.#take(text)),
    } as unknown as Line
  }

  #take(text: SentText) {
    if (this.refusal) return this.refusal
    this.saves.push(text)
    this.content = text.content
    this.version += 1
    this.attempts = [text.attempt, ...text.earlier]
    return { ok: true as const, copyVersion: this.version, savedAt: new Date(0) }
  }
}

/** What a browser keeps, without a browser. */
class FakeTexts {
  kept = new Map<string, KeptText>()
  list = async () => [...this.kept.values()]
  put = async (text: KeptText) => void this.kept.set(text.tab, text)
  remove = async ({ tab }: { tab: string }) => void this.kept.delete(tab)
}

let server: FakeServer
let texts: FakeTexts
let stop: () => void
beforeEach(() => {
  vi.useFakeTimers({ now: 0 })
  vi.stubGlobal('window', new EventTarget())
  vi.stubGlobal('document', Object.assign(new EventTarget(), { visibilityState: 'visible' }))
  vi.stubGlobal('navigator', {})
  const memory = new Map<string, string>()
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => memory.get(name) ?? null,
    setItem: (name: string, value: string) => void memory.set(name, value),
  })
  server = new FakeServer()
  texts = new FakeTexts()
  stop = () => {}
})
afterEach(() => {
  stop()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

async function open(): Promise<CopyKeeper> {
  const keeper = new CopyKeeper({
    articleId: 7,
    story: server.open(),
    lineFor: server.lineFor,
    texts: texts as unknown as KeptTexts,
  })
  stop = keeper.start()
  await vi.advanceTimersByTimeAsync(1)
  return keeper
}
const kept = () => [...texts.kept.values()].map(({ content }) => content.headline)

describe('what is typed', () => {
  test('is kept on the machine at once, sent after a pause, and then let go there', async () => {
    const keeper = await open()

    keeper.write(saying('নদী'))
    expect(keeper.snapshot()).toMatchObject({ isDirty: true, isWriting: true })
    expect(kept()).toEqual(['নদী'])
    expect(server.saves).toEqual([])
    await vi.advanceTimersByTimeAsync(900)

    expect(server.content.headline).toBe('নদী')
    expect(keeper.snapshot()).toMatchObject({ isDirty: false, trouble: null })
    expect(kept()).toEqual([])
  })

  test('without a pause is sent all the same, every few seconds', async () => {
    const keeper = await open()

    for (let letter = 1; letter <= 50; letter += 1) {
      keeper.write(saying('ক'.repeat(letter)))
      await vi.advanceTimersByTimeAsync(100)
    }

    expect(server.saves.length).toBeGreaterThan(0)
    await vi.advanceTimersByTimeAsync(900)
    expect(server.content.headline).toBe('ক'.repeat(50))
  })

  test('while the line is down stays on the machine, and is sent when the line is back', async () => {
    const keeper = await open()
    server.isDown = true
    keeper.write(saying('ঝড়ের রাতে'))
    await vi.advanceTimersByTimeAsync(30_000)
    expect(keeper.snapshot()).toMatchObject({ isDirty: true, trouble: 'offline' })
    expect(kept()).toEqual(['ঝড়ের রাতে'])

    server.isDown = false
    window.dispatchEvent(new Event('online'))
    await vi.advanceTimersByTimeAsync(10_000)

    expect(server.content.headline).toBe('ঝড়ের রাতে')
    expect(keeper.snapshot()).toMatchObject({ isDirty: false, trouble: null })
    expect(kept()).toEqual([])
  })

  test('goes with the page that closes', async () => {
    const keeper = await open()
    keeper.write(saying('শেষ কথা'))

    window.dispatchEvent(new Event('pagehide'))
    await vi.advanceTimersByTimeAsync(1)

    expect(server.content.headline).toBe('শেষ কথা')
  })

  test('that the server does not take is kept, said, and not sent again until it is another', async () => {
    const keeper = await open()
    server.refusal = { ok: false, reason: 'invalid' }
    keeper.write(saying('অতিরিক্ত'))
    await vi.advanceTimersByTimeAsync(60_000)
    expect(keeper.snapshot()).toMatchObject({ isDirty: true, trouble: 'invalid' })
    expect(kept()).toEqual(['অতিরিক্ত'])

    server.refusal = null
    keeper.write(saying('ঠিক'))
    await vi.advanceTimersByTimeAsync(10_000)

    expect(server.content.headline).toBe('ঠিক')
    expect(keeper.snapshot().trouble).toBeNull()
  })

  test('in a page that crashed is sent by the next one', async () => {
    const gone = { articleId: 7, tab: 'gone', onVersion: 1, attempts: [], at: 0 }
    texts.kept.set('gone', { ...gone, content: saying('হারায়নি') })
    localStorage.setItem('newsroom-tabs:7', JSON.stringify(['gone']))
    server.pen = 'gone'
    vi.stubGlobal('navigator', {
      locks: {
        request: async (...given: unknown[]) => (given.at(-1) as (lock: object) => unknown)({}),
      },
    })
    server.lineFor = ((make) => (tab: string) => {
      server.pen = tab
      return make(tab)
    })(server.lineFor)

    const keeper = await open()
    await vi.advanceTimersByTimeAsync(2_000)

    expect(server.content.headline).toBe('হারায়নি')
    expect(keeper.snapshot().content.headline).toBe('হারায়নি')
    expect(kept()).toEqual([])
  })
})

describe('the watch', () => {
  test('shows what somebody else wrote, when nothing is typed here', async () => {
    const keeper = await open()
    server.pen = 'another'
    server.content = saying('অন্যের লেখা')
    server.version += 1

    await vi.advanceTimersByTimeAsync(2_000)

    expect(keeper.snapshot().content.headline).toBe('অন্যের লেখা')
    expect(keeper.snapshot().isWriting).toBe(false)
  })

  test('never takes away what was typed here meanwhile', async () => {
    const keeper = await open()
    server.isDown = true
    keeper.write(saying('এখানকার লেখা'))
    await vi.advanceTimersByTimeAsync(5_000)
    server.isDown = false
    server.refusal = { ok: false, reason: 'outdated' }
    server.content = saying('অন্যের লেখা')
    server.version += 1

    await vi.advanceTimersByTimeAsync(20_000)

    expect(keeper.snapshot().content.headline).toBe('এখানকার লেখা')
    expect(kept()).toEqual(['এখানকার লেখা'])
  })

  test('ends with the page', async () => {
    await open()
    expect(vi.getTimerCount()).toBeGreaterThan(0)

    stop()
    await vi.advanceTimersByTimeAsync(60_000)

    expect(vi.getTimerCount()).toBe(0)
  })
})
