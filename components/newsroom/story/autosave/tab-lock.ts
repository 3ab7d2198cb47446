const lockName = (tab: string) => `newsroom-tab-${tab}`
// A page that is loaded anew may still be closing while its successor is there.
const closingTimeoutMs = 1_000

/** Holds the tab's name for as long as the page lives; answers how to let it go. */
export function holdTabLock(tab: string): () => void {
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  void navigator.locks?.request(lockName(tab), () => held)
  return release
}

/**
 * Whether the page of that tab is gone: its name can be had. A tab that was doubled has its twin's memory, and the twin
 * lives. Without locks (plain http) a remembered tab counts as gone.
 */
export async function isTabClosed(tab: string, isPossiblyClosing: boolean): Promise<boolean> {
  if (!navigator.locks) return isPossiblyClosing
  const options = isPossiblyClosing
    ? { signal: AbortSignal.timeout(closingTimeoutMs) }
    : { ifAvailable: true as const }
  try {
    return await navigator.locks.request(lockName(tab), options, (lock) => lock !== null)
  } catch {
    // Waited long enough: it lives.
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
    // The browser remembers nothing, or what somebody else wrote: no tab is known.
    return []
  }
}

/** That this browser had the story open in that tab. */
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
 * Whether the tab was a page of this browser that is gone: loaded anew, closed, crashed. What it held is its successor's.
 */
export const isClosedTabOfBrowser = async (
  articleId: number,
  tab: string,
  isPossiblyClosing: boolean,
): Promise<boolean> =>
  listRememberedTabs(articleId).includes(tab) && (await isTabClosed(tab, isPossiblyClosing))
