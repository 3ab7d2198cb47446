import { readFile } from 'node:fs/promises'
import { TextDecoder } from 'node:util'

/** The file's text; null where it is no UTF-8. @throws what the file system says */
export async function readUtf8File(file: string): Promise<string | null> {
  const bytes = await readFile(file)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // The decoder throws at the first byte that is no UTF-8.
    return null
  }
}
