import { fillPaper } from '../../synthetic-data/fill-paper'
import { NewsroomClient } from '../processes/newsroom-client'
import { makeScratchDatabase } from './scratch-database'

export type FilledPaper = { url: string; newsroom: NewsroomClient; remove: () => Promise<void> }

let made = 0

/** A paper of plausible stories in a database of its own, beside the one at `serverUrl`. */
export async function makeFilledPaper(serverUrl: string, stories = 200): Promise<FilledPaper> {
  made += 1
  const { url, drop } = await makeScratchDatabase(serverUrl, `paper_${process.pid}_${made}`)
  await fillPaper(url, stories)
  const newsroom = new NewsroomClient(url)
  const remove = async () => {
    await newsroom.disconnect()
    await drop()
  }
  return { url, newsroom, remove }
}
