import messages from '@/messages/bn.json' with { type: 'json' }

/** The interface's words, as readers see them. */
export const words = messages

/** A message with its names filled in: `say(words.list.page, { number: '২' })`. */
export function say(message: string, names: Record<string, string>): string {
  return Object.entries(names).reduce(
    (said, [name, word]) => said.replace(`{${name}}`, word),
    message,
  )
}
