import messages from '@/messages/bn.json' with { type: 'json' }

/** The interface's words, as readers see them. */
export const words = messages

/** A message with its names filled in: `say(words.list.page, { number: '২' })`. */
export function formatMessage(message: string, names: Record<string, string>): string {
  return Object.entries(names).reduce(
    (text, [name, word]) => text.replace(`{${name}}`, word),
    message,
  )
}
