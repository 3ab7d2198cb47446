import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

/** How many pipelined requests of one connection may wait; browsers and proxies send none. */
const maxPipelinedPerConnection = 100
/** The same over all connections; a waiting request takes about three kilobytes. */
const maxPipelined = 10_000

type PendingRequest = [IncomingMessage, ServerResponse]

/**
 * Handles the requests of a connection one after another: the next one only when the response before it has left for
 * the network. A client that sends requests ahead and reads nothing so costs one response, and is disconnected when
 * too many of its requests wait.
 */
export function oneAtATime(listener: RequestListener): RequestListener {
  const waiting = new WeakMap<Socket, PendingRequest[]>()
  let waitingCount = 0

  const handle = (socket: Socket, req: IncomingMessage, res: ServerResponse) => {
    res.once('close', () => handleNext(socket))
    listener(req, res)
  }

  function handleNext(socket: Socket): void {
    const queue = waiting.get(socket)
    const next = queue?.shift()
    if (next) waitingCount -= 1
    if (next && !socket.destroyed) {
      handle(socket, ...next)
      return
    }
    waitingCount -= queue?.length ?? 0
    waiting.delete(socket)
  }

  return (req, res) => {
    const { socket } = req
    if (socket.destroyed) return
    const queue = waiting.get(socket)
    if (!queue) {
      waiting.set(socket, [])
      handle(socket, req, res)
    } else if (queue.length < maxPipelinedPerConnection && waitingCount < maxPipelined) {
      queue.push([req, res])
      waitingCount += 1
    } else {
      socket.destroy()
    }
  }
}

export type UnreadLimits = {
  /** Bytes that wait for clients to read them, over all connections. */
  maxBytes: number
  /** After how many milliseconds a connection whose client reads nothing is closed. */
  stalledMs: number
  checkEveryMs: number
}

const defaultLimits: UnreadLimits = {
  maxBytes: 64 * 1024 * 1024,
  stalledMs: 30_000,
  checkEveryMs: 1_000,
}

/**
 * Closes connections whose clients do not read: each that reads nothing for a while, and of all together those that
 * have been unread for longest when more waits for them than the server has room for.
 */
export function closeSlowReaders(server: Server, limits: UnreadLimits = defaultLimits): void {
  const connections = new Set<Socket>()
  /** Connections with unread bytes, the longest unread first. */
  const unread = new Set<Socket>()

  server.on('connection', (socket) => {
    connections.add(socket)
    socket.once('close', () => {
      connections.delete(socket)
      unread.delete(socket)
    })
  })

  // Node's socket timeout fires after a time without progress, and a large write progresses chunk by chunk.
  const watch = (socket: Socket) => {
    const isUnread = socket.writableLength > 0
    if (isUnread === unread.has(socket)) return
    if (isUnread) unread.add(socket.setTimeout(limits.stalledMs))
    else {
      unread.delete(socket)
      // Not when the response is complete: the connection then waits for the next request, which has a timeout of its
      // own.
      if (socket.timeout === limits.stalledMs) socket.setTimeout(0)
    }
  }

  const check = () => {
    connections.forEach(watch)
    let excess = [...unread].reduce((sum, socket) => sum + socket.writableLength, -limits.maxBytes)
    for (const socket of unread) {
      if (excess <= 0) return
      excess -= socket.writableLength
      socket.destroy()
    }
  }

  const timer = setInterval(check, limits.checkEveryMs)
  timer.unref()
  server.once('close', () => clearInterval(timer))
}
