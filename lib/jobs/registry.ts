import 'server-only'
import type { Channel } from './channel'
import { indexNow } from './index-now'
import type { StoryJob } from './job'
import { prove } from './prove'
import { websub } from './websub'

/** Every job that follows from what happens to a story. A new one is a file, and a line here. */
export const jobs: StoryJob[] = [prove]

/** Everybody outside who is told what happens to stories. */
export const channels: Channel[] = [websub, indexNow]
