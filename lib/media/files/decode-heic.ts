import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'

/** Pixels of a picture as rows of red, green, blue and opacity. */
export type RawPicture = { data: Buffer; width: number; height: number }

// A phone's largest picture has 24 million pixels, of which the decoder needs some 250 megabytes.
const maxHeicPixels = 25_000_000
const mostMs = 20_000

// A thread of its own: the decoder is WebAssembly, takes up to some seconds, and would hold every request meanwhile. The
// size is asked for before any pixel is decoded.
const decoder = `
const { parentPort, workerData } = require('node:worker_threads')
const { createRequire } = require('node:module')
const decode = createRequire(workerData.from)('heic-decode')
const run = async () => {
  const pictures = await decode.all({ buffer: new Uint8Array(workerData.bytes) })
  const { width, height, decode: pixels } = pictures[0]
  if (width * height > workerData.maxPixels) return parentPort.postMessage(null)
  const { data } = await pixels()
  parentPort.postMessage({ data: new Uint8Array(data), width, height })
}
run().catch(() => parentPort.postMessage(null))
`

/**
 * Decodes the first picture of a HEIC file, upright, in a thread that ends after 20 seconds.
 * @returns null for a file that the decoder cannot read, that has more pixels than phones make, or that takes too long
 */
export function decodeHeic(bytes: Buffer): Promise<RawPicture | null> {
  const from = pathToFileURL(`${process.cwd()}/package.json`).href
  return new Promise((resolve) => {
    const workerData = { bytes: new Uint8Array(bytes), maxPixels: maxHeicPixels, from }
    const worker = new Worker(decoder, { eval: true, workerData, execArgv: [] })
    const end = (picture: RawPicture | null) => {
      clearTimeout(timer)
      resolve(picture)
      void worker.terminate()
    }
    const timer = setTimeout(end, mostMs, null)
    worker.once('message', (found: (Omit<RawPicture, 'data'> & { data: Uint8Array }) | null) =>
      end(found && { ...found, data: Buffer.from(found.data.buffer) }),
    )
    worker.once('error', () => end(null))
    worker.once('exit', () => end(null))
  })
}
