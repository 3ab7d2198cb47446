import { createStore, entries, type UseStore } from 'idb-keyval'
import type { StoryContent } from '@/lib/newsroom/draft/story-content'
import { isTabClosed } from './tab-lock'

/** A text on this machine that the server has not confirmed. */
export type LocalDraft = {
  articleId: number
  /** The tab it was written in. */
  tab: string
  content: StoryContent
  onVersion: number
  /** Under which it was sent without an answer, the newest first. */
  attempts: string[]
  at: number
}

const keyOf = ({ articleId, tab }: Pick<LocalDraft, 'articleId' | 'tab'>) => `${articleId}:${tab}`

/** The texts that this machine keeps for one account; another's are in a database of their own. */
export class LocalDraftDatabase {
  #store: UseStore | null = null
  readonly #name: string

  constructor(userId: string) {
    this.#name = `newsroom-texts-${userId}`
  }

  /** What is kept of a story. @throws when the browser keeps nothing */
  async list(articleId: number): Promise<LocalDraft[]> {
    const all = await entries<string, LocalDraft>(this.#open())
    return all
      .map(([, draft]) => draft)
      .filter((draft) => draft.articleId === articleId)
      .toSorted((a, b) => a.at - b.at)
  }

  /** Begins at once: what was given here survives the page, however it ends. */
  put(draft: LocalDraft): Promise<void> {
    return this.#write((store) => store.put(draft, keyOf(draft)))
  }

  remove(draft: Pick<LocalDraft, 'articleId' | 'tab'>): Promise<void> {
    return this.#write((store) => store.delete(keyOf(draft)))
  }

  #open(): UseStore {
    this.#store ??= createStore(this.#name, 'texts')
    return this.#store
  }

  #write(put: (store: IDBObjectStore) => void): Promise<void> {
    return this.#open()('readwrite', (store) => {
      put(store)
      const { transaction } = store
      // Not waiting for the page to be idle: it may not live that long.
      transaction.commit()
      return new Promise<void>((resolve, reject) => {
        transaction.oncomplete = () => resolve()
        transaction.onabort = () => reject(transaction.error)
      })
    })
  }
}

/**
 * Texts of pages that are gone: closed, crashed, loaded anew.
 * @param was the page that this one follows: it may still be closing
 * @throws when the browser keeps nothing
 */
export async function listAbandoned(
  database: LocalDraftDatabase,
  { articleId, tab, previousTab }: { articleId: number; tab: string; previousTab: string | null },
): Promise<LocalDraft[]> {
  const others = (await database.list(articleId)).filter((draft) => draft.tab !== tab)
  const gone = await Promise.all(
    others.map((draft) => isTabClosed(draft.tab, draft.tab === previousTab)),
  )
  return others.filter((_, at) => gone[at])
}
