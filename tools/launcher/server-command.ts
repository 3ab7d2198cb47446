import { serverBundle } from '../build/server-bundle'

/**
 * How the server of a finished build runs. Rendering makes much that is soon forgotten, and on a large machine V8 is in
 * no hurry to clear it away: it keeps 128 MB at hand for what is new, where 16 do as well, and lets the rest grow with the
 * limit, which is dozens of times what is needed. Documents are not in this heap.
 */
export const serverCommand = ['--max-semi-space-size=8', '--max-old-space-size=512', serverBundle]

/** While developing, from its source. */
export const devServerCommand = ['--import', 'tsx', 'server/main.ts']

/**
 * Settings of the process: of libuv, and of glibc's malloc: one arena for all threads, and large pieces returned to the system when they are freed. By
 * default it keeps some hundred megabytes after pages were compressed. Other C libraries ignore them.
 */
export const serverEnvironment = {
  // Files of readers are read on the same threads as pictures are decoded: some are always free.
  UV_THREADPOOL_SIZE: '8',
  MALLOC_ARENA_MAX: '1',
  MALLOC_MMAP_THRESHOLD_: '65536',
  MALLOC_TRIM_THRESHOLD_: '131072',
}
