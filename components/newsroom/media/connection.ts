const minDelayMs = 500
const maxDelayMs = 20_000

/** Waits until the browser reports that it is online. @throws the signal's reason */
export async function waitForConnection(signal: AbortSignal): Promise<void> {
  if (navigator.onLine) return
  await new Promise<void>((resolve, reject) => {
    window.addEventListener('online', () => resolve(), { once: true, signal })
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
}

/** Waits twice as long as the time before, up to 20 s, or until the network is back. @throws the signal's reason */
export async function waitWithBackoff(attempt: number, signal: AbortSignal): Promise<void> {
  const delayMs = Math.min(minDelayMs * 2 ** (attempt - 1), maxDelayMs)
  await new Promise<void>((resolve, reject) => {
    const done = () => {
      clearTimeout(timer)
      window.removeEventListener('online', done)
      signal.removeEventListener('abort', stop)
      resolve()
    }
    const stop = () => {
      done()
      reject(signal.reason)
    }
    const timer = setTimeout(done, delayMs)
    window.addEventListener('online', done)
    signal.addEventListener('abort', stop)
  })
}
