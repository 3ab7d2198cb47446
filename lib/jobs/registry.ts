import 'server-only'
import type { StoryJob } from './job'
import { prove } from './prove'

/** Every job that follows from what happens to a story. A new one is a file, and a line here. */
export const jobs: StoryJob[] = [prove]
