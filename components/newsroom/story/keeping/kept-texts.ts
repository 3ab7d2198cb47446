import { createStore, entries, type UseStore } from 'idb-keyval'
import type { StoryContent } from '@/lib/newsroom/content'
import { isTabGone } from './tab'

/** A text on this machine that the server has not confirmed. */
export type KeptText = {
  articleId: number
  /** The tab it was written in. */
  tab: string
  content: StoryContent
  onVersion: number
  /** Under which it was sent without an answer, the newest first. */
  attempts: string[]
  at: number
}

const keyOf = ({ articleId, tab }: Pick<KeptText, 'articleId' | 'tab'>) => `${articleId}:${tab}`

/** The texts that this machine keeps for one account; another's are in a database of their own. */
export class KeptTexts {
  #store: UseStore | null = null
  readonly #name: string

  constructor(userId: string) {
    this.#name = `newsroom-texts-${userId}`
  }

  /** What is kept of a story. @throws when the browser keeps nothing */
  async list(articleId: number): Promise<KeptText[]> {
    const all = await entries<string, KeptText>(this.#open())
    return all
      .map(([, text]) => text)
      .filter((text) => text.articleId === articleId)
      .toSorted((a, b) => a.at - b.at)
  }

  /** Begins at once: what was given here survives the page, however it ends. */
  put(text: KeptText): Promise<void> {
    return this.#write((store) => store.put(text, keyOf(text)))
  }

  remove(text: Pick<KeptText, 'articleId' | 'tab'>): Promise<void> {
    return this.#write((store) => store.delete(keyOf(text)))
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
  texts: KeptTexts,
  { articleId, tab, was }: { articleId: number; tab: string; was: string | null },
): Promise<KeptText[]> {
  const others = (await texts.list(articleId)).filter((text) => text.tab !== tab)
  const gone = await Promise.all(others.map((text) => isTabGone(text.tab, text.tab === was)))
  return others.filter((_, at) => gone[at])
}
