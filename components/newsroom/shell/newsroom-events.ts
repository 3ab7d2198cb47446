import { eventsPath, type NewsroomStatus } from '@/lib/newsroom/live/newsroom-status'

// The stream ended for good: the server refused it, or the user is signed out.
const retryMs = 30_000

/**
 * Receives the newsroom's status in every tab. Of the tabs of one browser only one holds the event stream and passes the
 * events on: a browser opens six connections to a host, and as many tabs with a stream each would leave none for pages.
 * @returns a function that stops it
 */
export function receiveStatus(
  userId: string,
  onStatus: (status: NewsroomStatus) => void,
): () => void {
  const name = `dainik-newsroom:${userId}`
  const channel = new BroadcastChannel(name)
  let source: EventSource | null = null
  let retry: ReturnType<typeof setTimeout> | undefined
  let last: NewsroomStatus | null = null
  let isStopped = false
  let release = () => {}
  const stopped = new Promise<void>((resolve) => {
    release = resolve
  })

  const connect = () => {
    source = new EventSource(eventsPath)
    source.onmessage = ({ data }) => {
      last = JSON.parse(data) as NewsroomStatus
      onStatus(last)
      channel.postMessage(last)
    }
    source.onerror = () => {
      if (source?.readyState === EventSource.CLOSED) retry = setTimeout(connect, retryMs)
    }
  }
  const hold = () => {
    if (!isStopped) connect()
    return stopped
  }

  channel.onmessage = ({ data }: MessageEvent<NewsroomStatus | 'hello'>) => {
    if (data !== 'hello') onStatus(data)
    else if (last) channel.postMessage(last)
  }
  channel.postMessage('hello')
  // Without Web Locks (plain http) every tab has a stream of its own.
  if (navigator.locks) void navigator.locks.request(name, hold)
  else void hold()

  return () => {
    isStopped = true
    clearTimeout(retry)
    source?.close()
    channel.close()
    release()
  }
}
