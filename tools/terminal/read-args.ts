import { type ParseArgsConfig, parseArgs } from 'node:util'

/** The arguments as `config` reads them; null where they do not fit it. */
export function readArgs<T extends ParseArgsConfig>(
  config: T,
): ReturnType<typeof parseArgs<T>> | null {
  try {
    return parseArgs(config)
  } catch (error) {
    // parseArgs throws a TypeError on an argument that it does not know.
    if (error instanceof TypeError) return null
    throw error
  }
}
