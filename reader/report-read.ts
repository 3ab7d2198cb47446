type PrivacySignals = {
  connection?: { saveData?: boolean }
  globalPrivacyControl?: boolean
}

// A shorter visit is no read.
const readAfterMs = 5_000

/** Whether the reader opted out of counting, saves data, or only reloaded the page or returned to it. */
function hasOptedOut(): boolean {
  const { connection, globalPrivacyControl } = navigator as Navigator & PrivacySignals
  const [visit] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  return Boolean(
    connection?.saveData ||
      globalPrivacyControl ||
      navigator.doNotTrack === '1' ||
      visit?.type === 'reload' ||
      visit?.type === 'back_forward',
  )
}

/** Whether the story is shown at its own address: a preview is not counted. */
const isAtOwnAddress = (story: string) => location.pathname.endsWith(`/${story}`)

/**
 * Reports to the server, once, that the story of `data-story` was in view for some seconds: its number and nothing
 * else, without a cookie.
 */
export function reportRead(): void {
  const { story } = document.querySelector<HTMLElement>('[data-story]')?.dataset ?? {}
  if (!story || !isAtOwnAddress(story) || hasOptedOut()) return
  let timer: number | undefined
  const send = () => {
    document.removeEventListener('visibilitychange', watch)
    navigator.sendBeacon(`/api/reads/${story}`)
  }
  const watch = () => {
    clearTimeout(timer)
    if (document.visibilityState === 'visible') timer = window.setTimeout(send, readAfterMs)
  }
  document.addEventListener('visibilitychange', watch)
  watch()
}
