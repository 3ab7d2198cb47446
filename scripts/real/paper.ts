import { fillPaper } from '../../bench/fill'
import { makeScratchDatabase } from '../scratch-database'
import { Desk } from './desk'

export type OwnPaper = { url: string; desk: Desk; remove: () => Promise<void> }

let made = 0

/** A paper of plausible stories in a database of its own, beside the one at `serverUrl`. */
export async function makePaper(serverUrl: string, stories = 200): Promise<OwnPaper> {
  made += 1
  const { url, drop } = await makeScratchDatabase(serverUrl, `paper_${process.pid}_${made}`)
  await fillPaper(url, stories)
  const desk = new Desk(url)
  const remove = async () => {
    await desk.leave()
    await drop()
  }
  return { url, desk, remove }
}
