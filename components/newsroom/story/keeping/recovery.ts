import { isSameContent } from '@/lib/newsroom/content'
import { mostAttempts, type OpenStory } from '@/lib/newsroom/working-copy'
import type { CopyState } from './copy-state'
import type { KeptText } from './kept-texts'
import type { Line, Refused } from './line'
import type { Shelf } from './shelf'
import { newName } from './tab'

type Parts = { state: CopyState; line: Line; shelf: Shelf }

/** Sends what pages that are gone left on this machine; answers whether the server has all of it. */
export async function recoverAll(
  parts: Parts,
  abandoned: KeptText[],
  open: OpenStory,
): Promise<boolean> {
  const { state, shelf } = parts
  state.take(open)
  for (const text of abandoned) {
    // Its last save may still be on its way: what is written next contains it.
    if (isSameContent(text.content, state.keeping.content)) state.attempts.inherit(text.attempts)
    else if (!(await recover(parts, text, open.attempts))) return false
    await shelf.remove(text)
  }
  return true
}

async function recover(parts: Parts, text: KeptText, known: string[]): Promise<boolean> {
  const { state, line } = parts
  const { content, attempts } = text
  const [last] = known
  const isOurs = last !== undefined && attempts.includes(last)
  const onVersion = isOurs ? state.attempts.version : text.onVersion
  const earlier = attempts.slice(0, mostAttempts)
  const said = await line.save({ content, onVersion, attempt: newName(), earlier }, false)
  if (!said) return false
  if (said.ok) state.set({ content, ...state.arrived(said, earlier[0]) })
  else if (said.parkedId !== undefined) state.set({ parkedId: said.parkedId })
  else return inherit(parts, text, said)
  return true
}

/** A text that the server did not take stands here as it stood there, until it is another. Answers whether it does. */
function inherit({ state, shelf }: Parts, { content }: KeptText, refused: Refused): boolean {
  if (refused.reason !== 'invalid' || !state.keeping.isWriting) return false
  state.set({ content, isDirty: true })
  state.refuse(refused)
  shelf.keep()
  return true
}
