type PrivacySignals = {
  connection?: { saveData?: boolean }
  globalPrivacyControl?: boolean
}

// Who leaves sooner has not read.
const readAfterMs = 5_000

/** Whether the reader asked not to be counted, pays for what is sent, or has merely loaded the page anew. */
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

/** Whether it stands at its own address: a draft that somebody is shown before it is published is read by no reader. */
const isAtOwnAddress = (story: string) => location.pathname.endsWith(`/${story}`)

/**
 * Tells the server, once, that a story has been in view for some seconds: its number and nothing else, without a cookie.
 * Which story it is stands in `data-story`.
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
