import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

/** Requests of one connection that wait for the response before theirs; browsers and proxies send none ahead. */
const maxPipelinedPerConnection = 100
/** The same over all connections: each takes about three kilobytes until its turn. */
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
  /** A connection whose client reads nothing for this long is closed, milliseconds. */
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
  /** Connections with bytes to be read, in the order in which that began. */
  const unread = new Set<Socket>()

  server.on('connection', (socket) => {
    connections.add(socket)
    socket.once('close', () => {
      connections.delete(socket)
      unread.delete(socket)
    })
  })

  // Node's timeout of a socket fires after a time without progress, which a large write makes chunk by chunk.
  const watch = (socket: Socket) => {
    const isUnread = socket.writableLength > 0
    if (isUnread === unread.has(socket)) return
    if (isUnread) unread.add(socket.setTimeout(limits.stalledMs))
    else {
      unread.delete(socket)
      // Unless the response is complete and the connection waits for the next request, with a timeout of its own.
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
