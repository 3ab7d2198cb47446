import { existsSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { withDatabase } from '../../tools/database/database'
import { joinServer } from '../../tools/embedded-postgres/join-server'
import { migrate } from '../../tools/prisma/migrate'
import { onEnd } from '../../tools/process/run-main'
import { fillPaper, type Step } from '../../tools/synthetic-data/fill-paper'
import { info, seconds } from '../../tools/terminal/terminal'
import { withoutFsync } from './without-fsync'

/** A paper of so many plausible stories in a folder of its own, as `npm start` has one. */
export type SizedPaper = { stories: number; folder: string }
/** With its PostgreSQL running. */
export type OpenPaper = SizedPaper & { url: string }

export const folderOf = (stories: number) => resolve('.data-bench', String(stories))

// Written last: a folder without it is filled again.
const mark = (folder: string) => join(folder, 'filled')

/** Fills the folder's database, which is empty, and marks it as filled. */
export async function fillFolder(folder: string, stories: number, step?: Step): Promise<void> {
  await withDatabase(
    async (url) => {
      await migrate(url)
      await withoutFsync(url, () => fillPaper(url, stories, step))
    },
    { dataDir: folder },
  )
  writeFileSync(mark(folder), `${stories}\n`)
}

/**
 * The paper of that size, filled now where `npm run bench:data` has not done so before. What is filled here goes with
 * the program; what was there stays.
 */
export async function findOrFillPaper(stories: number): Promise<SizedPaper> {
  const folder = folderOf(stories)
  if (!existsSync(mark(folder))) {
    rmSync(folder, { recursive: true, force: true })
    onEnd(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))
    const began = performance.now()
    await fillFolder(folder, stories)
    info(`${stories} stories filled in ${seconds(performance.now() - began)}`)
  }
  return { stories, folder }
}

/** Starts its PostgreSQL, which runs until the program ends. */
export async function openPaper(paper: SizedPaper): Promise<OpenPaper> {
  const server = await joinServer(paper.folder)
  onEnd(() => server.leave())
  await migrate(server.url)
  return { ...paper, url: server.url }
}

/** The paper of that size, filled where it is missing, with its PostgreSQL running. */
export const openSizedPaper = async (stories: number): Promise<OpenPaper> =>
  openPaper(await findOrFillPaper(stories))
