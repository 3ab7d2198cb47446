const lockName = (tab: string) => `newsroom-tab-${tab}`
// A reloaded page may still be closing when its successor opens.
const closingTimeoutMs = 1_000

/** Holds a lock with the tab's name while the page lives. Returns the function that releases it. */
export function holdTabLock(tab: string): () => void {
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  void navigator.locks?.request(lockName(tab), () => held)
  return release
}

/**
 * Whether the page of that tab is closed: its lock is free. A duplicated tab remembers its original's name, while
 * the original still lives. Without Web Locks (plain http) a stored tab counts as closed.
 */
export async function isTabClosed(tab: string, isPossiblyClosing: boolean): Promise<boolean> {
  if (!navigator.locks) return isPossiblyClosing
  const options = isPossiblyClosing
    ? { signal: AbortSignal.timeout(closingTimeoutMs) }
    : { ifAvailable: true as const }
  try {
    return await navigator.locks.request(lockName(tab), options, (lock) => lock !== null)
  } catch {
    // The wait timed out: the page is alive.
    return false
  }
}

const storageKeyOf = (articleId: number) => `newsroom-tabs:${articleId}`
const maxRememberedTabs = 20

function listRememberedTabs(articleId: number): string[] {
  try {
    const names: unknown = JSON.parse(localStorage.getItem(storageKeyOf(articleId)) ?? '[]')
    return Array.isArray(names) ? names.filter((name) => typeof name === 'string') : []
  } catch {
    // Nothing is stored, or the stored value is invalid: no tab is known.
    return []
  }
}

/** Stores that this browser had the story open in that tab. */
export function rememberTab(articleId: number, tab: string): void {
  const others = listRememberedTabs(articleId).filter((name) => name !== tab)
  try {
    localStorage.setItem(
      storageKeyOf(articleId),
      JSON.stringify([tab, ...others].slice(0, maxRememberedTabs)),
    )
  } catch {
    // Storage is full or forbidden: the next page requests the edit lock as any other does.
  }
}

/**
 * Whether the tab was a page of this browser that was reloaded, closed or crashed. Its successor takes its edit lock.
 */
export const isClosedTabOfBrowser = async (
  articleId: number,
  tab: string,
  isPossiblyClosing: boolean,
): Promise<boolean> =>
  listRememberedTabs(articleId).includes(tab) && (await isTabClosed(tab, isPossiblyClosing))
