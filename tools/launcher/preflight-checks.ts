import { accessSync, constants, existsSync, mkdirSync, statfsSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname } from 'node:path'
import { toFileError } from '../files/file-error'
import { errorCode, UserError } from '../terminal/terminal'

/** Checks of faults that would otherwise show only after minutes of building. */

/** @throws UserError when the port cannot be opened */
export async function checkPort(host: string, port: number): Promise<void> {
  try {
    await new Promise<void>((resolve, reject) => {
      const probe = createServer()
      probe.once('error', reject)
      probe.listen(port, host, () => probe.close(() => resolve()))
    })
  } catch (error) {
    throw toPortError(error, host, port)
  }
}

function toPortError(error: unknown, host: string, port: number): unknown {
  switch (errorCode(error)) {
    case 'EADDRINUSE':
      return new UserError(
        `port ${port} is taken by another program: stop it, or choose another port: PORT=${port + 1} npm start`,
      )
    case 'EACCES':
      return new UserError(
        `port ${port} is kept for root: choose one from 1024 up, as in PORT=3000 npm start`,
      )
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new UserError(
        `HOST ${host} is no address of this machine: leave HOST out, or correct it`,
      )
    default:
      return error
  }
}

/** @throws UserError for the first of the folders that is there and cannot be written */
export function checkWritable(folders: string[]): void {
  for (const folder of folders) {
    try {
      mkdirSync(dirname(folder), { recursive: true })
      accessSync(existsSync(folder) ? folder : dirname(folder), constants.W_OK)
    } catch (error) {
      throw toFileError(error, folder)
    }
  }
}

/** @throws UserError when the disk of `folder` has less than that free */
export function checkSpace(folder: string, neededMegabytes: number): void {
  const { bavail, bsize } = statfsSync(folder)
  const free = Math.floor((bavail * bsize) / 1024 / 1024)
  if (free >= neededMegabytes) return
  throw new UserError(
    `only ${free} MB are free on the disk of ${folder}, and ${neededMegabytes} MB are needed: free some and start again`,
  )
}
