import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { blankContent, type StoryContent } from '@/lib/newsroom/draft/story-content'
import type { OpenStory, StoryEditState } from '@/lib/newsroom/draft/working-copy'
import { DraftSync } from './draft-sync'
import type { LocalDraft, LocalDraftDatabase } from './local-draft-database'
import type { ApiRefusal, SaveRequest, StoryApi } from './story-api'

const contentOf = (headline: string): StoryContent => ({ ...blankContent('national'), headline })

/** A fake server: a working copy, the holder of the edit lock, and a network that may be down. */
class FakeServer {
  isDown = false
  refusal: ApiRefusal | null = null
  content = contentOf('')
  version = 1
  attempts: string[] = []
  lockTab: string | null = null
  saves: SaveRequest[] = []

  state(): StoryEditState {
    const lockHolder =
      this.lockTab === null ? null : { tab: this.lockTab, userId: 'u1', name: 'করিম' }
    return {
      id: 7,
      version: 1,
      status: 'draft',
      publishAt: null,
      isPublic: false,
      wasPublic: false,
      ownerId: 'u1',
      trashedAt: null,
      isChanged: true,
      savedAt: null,
      savedBy: null,
      copyVersion: this.version,
      lockHolder,
      openTabs: [],
      conflictCopies: [],
    }
  }

  open(): OpenStory {
    return { state: this.state(), content: this.content, attempts: this.attempts }
  }

  createApi = (tab: string) => {
    const respond = <Answer>(answer: () => Answer) => Promise.resolve(this.isDown ? null : answer())
    const opened = () => respond(() => ({ ok: true as const, open: this.open() }))
    return {
      open: () => {
        if (!this.isDown) this.lockTab ??= tab
        return opened()
      },
      fetchCopy: opened,
      sendHeartbeat: () => respond(() => ({ ok: true })),
      state: () => respond(() => ({ ok: true, state: this.state() })),
      leave: () => {},
      save: (text: SaveRequest) => respond(() => this.#take(text)),
    } as unknown as StoryApi
  }

  #take(text: SaveRequest) {
    if (this.refusal) return this.refusal
    this.saves.push(text)
    this.content = text.content
    this.version += 1
    this.attempts = [text.attempt, ...text.earlier]
    return { ok: true as const, copyVersion: this.version, savedAt: new Date(0) }
  }
}

/** A fake of the browser's storage. */
class FakeDraftDatabase {
  storedDrafts = new Map<string, LocalDraft>()
  list = async () => [...this.storedDrafts.values()]
  put = async (text: LocalDraft) => void this.storedDrafts.set(text.tab, text)
  remove = async ({ tab }: { tab: string }) => void this.storedDrafts.delete(tab)
}

let server: FakeServer
let drafts: FakeDraftDatabase
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
  drafts = new FakeDraftDatabase()
  stop = () => {}
})
afterEach(() => {
  stop()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

async function open(): Promise<DraftSync> {
  const sync = new DraftSync({
    articleId: 7,
    isOwner: true,
    story: server.open(),
    createApi: server.createApi,
    drafts: drafts as unknown as LocalDraftDatabase,
  })
  stop = sync.start()
  await vi.advanceTimersByTimeAsync(1)
  return sync
}
const storedDrafts = () => [...drafts.storedDrafts.values()].map(({ content }) => content.headline)

describe('typed text', () => {
  test('is stored on the machine at once, sent after a pause, and then removed there', async () => {
    const sync = await open()

    sync.write(contentOf('নদী'))
    expect(sync.snapshot()).toMatchObject({ isDirty: true, isWriting: true })
    expect(storedDrafts()).toEqual(['নদী'])
    expect(server.saves).toEqual([])
    await vi.advanceTimersByTimeAsync(900)

    expect(server.content.headline).toBe('নদী')
    expect(sync.snapshot()).toMatchObject({ isDirty: false, syncError: null })
    expect(storedDrafts()).toEqual([])
  })

  test('is sent every few seconds when typing does not pause', async () => {
    const sync = await open()

    for (let letter = 1; letter <= 50; letter += 1) {
      sync.write(contentOf('ক'.repeat(letter)))
      await vi.advanceTimersByTimeAsync(100)
    }

    expect(server.saves.length).toBeGreaterThan(0)
    await vi.advanceTimersByTimeAsync(900)
    expect(server.content.headline).toBe('ক'.repeat(50))
  })

  test('while the network is down stays on the machine, and is sent when the network is back', async () => {
    const sync = await open()
    server.isDown = true
    sync.write(contentOf('ঝড়ের রাতে'))
    await vi.advanceTimersByTimeAsync(30_000)
    expect(sync.snapshot()).toMatchObject({ isDirty: true, syncError: 'offline' })
    expect(storedDrafts()).toEqual(['ঝড়ের রাতে'])

    server.isDown = false
    window.dispatchEvent(new Event('online'))
    await vi.advanceTimersByTimeAsync(10_000)

    expect(server.content.headline).toBe('ঝড়ের রাতে')
    expect(sync.snapshot()).toMatchObject({ isDirty: false, syncError: null })
    expect(storedDrafts()).toEqual([])
  })

  test('while the server’s database restarts stays on the machine, and is sent by itself afterwards', async () => {
    const sync = await open()
    server.refusal = { ok: false, reason: 'unavailable' }
    sync.write(contentOf('ঝড়ের রাতে'))
    await vi.advanceTimersByTimeAsync(30_000)
    expect(sync.snapshot()).toMatchObject({ isDirty: true, syncError: 'unavailable' })
    expect(storedDrafts()).toEqual(['ঝড়ের রাতে'])

    server.refusal = null
    await vi.advanceTimersByTimeAsync(30_000)

    expect(server.content.headline).toBe('ঝড়ের রাতে')
    expect(sync.snapshot()).toMatchObject({ isDirty: false, syncError: null })
    expect(storedDrafts()).toEqual([])
  })

  test('is sent when the page closes', async () => {
    const sync = await open()
    sync.write(contentOf('শেষ কথা'))

    window.dispatchEvent(new Event('pagehide'))
    await vi.advanceTimersByTimeAsync(1)

    expect(server.content.headline).toBe('শেষ কথা')
  })

  test('that the server rejects is stored, reported, and not sent again until it changes', async () => {
    const sync = await open()
    server.refusal = { ok: false, reason: 'invalid' }
    sync.write(contentOf('অতিরিক্ত'))
    await vi.advanceTimersByTimeAsync(60_000)
    expect(sync.snapshot()).toMatchObject({ isDirty: true, syncError: 'invalid' })
    expect(storedDrafts()).toEqual(['অতিরিক্ত'])

    server.refusal = null
    sync.write(contentOf('ঠিক'))
    await vi.advanceTimersByTimeAsync(10_000)

    expect(server.content.headline).toBe('ঠিক')
    expect(sync.snapshot().syncError).toBeNull()
  })

  test('of a crashed page is sent by the next page', async () => {
    const gone = { articleId: 7, tab: 'gone', onVersion: 1, attempts: [], at: 0 }
    drafts.storedDrafts.set('gone', { ...gone, content: contentOf('হারায়নি') })
    localStorage.setItem('newsroom-tabs:7', JSON.stringify(['gone']))
    server.lockTab = 'gone'
    vi.stubGlobal('navigator', {
      locks: {
        request: async (...given: unknown[]) => (given.at(-1) as (lock: object) => unknown)({}),
      },
    })
    server.createApi = ((make) => (tab: string) => {
      server.lockTab = tab
      return make(tab)
    })(server.createApi)

    const sync = await open()
    await vi.advanceTimersByTimeAsync(2_000)

    expect(server.content.headline).toBe('হারায়নি')
    expect(sync.snapshot().content.headline).toBe('হারায়নি')
    expect(storedDrafts()).toEqual([])
  })
})

describe('the status poll', () => {
  test('shows the text of another user when nothing is typed here', async () => {
    const sync = await open()
    server.lockTab = 'another'
    server.content = contentOf('অন্যের লেখা')
    server.version += 1

    await vi.advanceTimersByTimeAsync(2_000)

    expect(sync.snapshot().content.headline).toBe('অন্যের লেখা')
    expect(sync.snapshot().isWriting).toBe(false)
  })

  test('never replaces text typed here meanwhile', async () => {
    const sync = await open()
    server.isDown = true
    sync.write(contentOf('এখানকার লেখা'))
    await vi.advanceTimersByTimeAsync(5_000)
    server.isDown = false
    server.refusal = { ok: false, reason: 'outdated' }
    server.content = contentOf('অন্যের লেখা')
    server.version += 1

    await vi.advanceTimersByTimeAsync(20_000)

    expect(sync.snapshot().content.headline).toBe('এখানকার লেখা')
    expect(storedDrafts()).toEqual(['এখানকার লেখা'])
  })

  test('stops when the page closes', async () => {
    await open()
    expect(vi.getTimerCount()).toBeGreaterThan(0)

    stop()
    await vi.advanceTimersByTimeAsync(60_000)

    expect(vi.getTimerCount()).toBe(0)
  })
})
