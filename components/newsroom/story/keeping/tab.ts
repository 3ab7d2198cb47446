/** A name that nobody else has; also where the page came over plain http, as `randomUUID` does not. */
export function newName(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

const lockOf = (tab: string) => `newsroom-tab-${tab}`
// A page that is loaded anew may still be closing while its successor is there.
const closingMs = 1_000

/** Holds the tab's name for as long as the page lives; answers how to let it go. */
export function holdTab(tab: string): () => void {
  let letGo = () => {}
  const held = new Promise<void>((resolve) => {
    letGo = resolve
  })
  void navigator.locks?.request(lockOf(tab), () => held)
  return letGo
}

/**
 * Whether the page of that tab is gone: its name can be had. A tab that was doubled has its twin's memory, and the twin
 * lives. Without locks (plain http) a remembered tab counts as gone.
 */
export async function isTabGone(tab: string, mayBeClosing: boolean): Promise<boolean> {
  if (!navigator.locks) return mayBeClosing
  const options = mayBeClosing
    ? { signal: AbortSignal.timeout(closingMs) }
    : { ifAvailable: true as const }
  try {
    return await navigator.locks.request(lockOf(tab), options, (lock) => lock !== null)
  } catch {
    // Waited long enough: it lives.
    return false
  }
}

const memoryOf = (articleId: number) => `newsroom-tabs:${articleId}`
const mostRemembered = 20

function remembered(articleId: number): string[] {
  try {
    const names: unknown = JSON.parse(localStorage.getItem(memoryOf(articleId)) ?? '[]')
    return Array.isArray(names) ? names.filter((name) => typeof name === 'string') : []
  } catch {
    // The browser remembers nothing, or what somebody else wrote: no tab is known.
    return []
  }
}

/** That this browser had the story open in that tab. */
export function rememberTab(articleId: number, tab: string): void {
  const others = remembered(articleId).filter((name) => name !== tab)
  try {
    localStorage.setItem(
      memoryOf(articleId),
      JSON.stringify([tab, ...others].slice(0, mostRemembered)),
    )
  } catch {
    // No room, or none allowed: the next page asks for the pen as any other does.
  }
}

/**
 * Whether the tab was a page of this browser that is gone: loaded anew, closed, crashed. What it held is its successor's.
 */
export const isTabLeft = async (
  articleId: number,
  tab: string,
  mayBeClosing: boolean,
): Promise<boolean> => remembered(articleId).includes(tab) && (await isTabGone(tab, mayBeClosing))
