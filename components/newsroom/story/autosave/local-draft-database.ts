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
  /** The attempts that got no response, newest first. */
  attempts: string[]
  at: number
}

const keyOf = ({ articleId, tab }: Pick<LocalDraft, 'articleId' | 'tab'>) => `${articleId}:${tab}`

/** The texts stored on this machine for one user. Each user has a separate database. */
export class LocalDraftDatabase {
  #store: UseStore | null = null
  readonly #name: string

  constructor(userId: string) {
    this.#name = `newsroom-texts-${userId}`
  }

  /** The stored texts of a story. @throws when the browser has no storage */
  async list(articleId: number): Promise<LocalDraft[]> {
    const all = await entries<string, LocalDraft>(this.#open())
    return all
      .map(([, draft]) => draft)
      .filter((draft) => draft.articleId === articleId)
      .toSorted((a, b) => a.at - b.at)
  }

  /** The write starts at once, so that the text survives the page however it ends. */
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
      // The write does not wait for an idle page, which may close before.
      transaction.commit()
      return new Promise<void>((resolve, reject) => {
        transaction.oncomplete = () => resolve()
        transaction.onabort = () => reject(transaction.error)
      })
    })
  }
}

/**
 * The texts of pages that were closed, crashed or reloaded.
 * @param was the previous page, which may still be closing
 * @throws when the browser has no storage
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
