/** A run of a story's text with its marks. */
export type Inline = { text: string; bold?: true; italic?: true; href?: string }

export const inlineText = (content: Inline[]): string => content.map((run) => run.text).join('')
export const isFilled = (content: Inline[]): boolean =>
  content.some((run) => run.text.trim() !== '')
export const withoutBlankRuns = (content: Inline[]): Inline[] =>
  content.filter((run) => run.text !== '')

/** The text in a list, or nothing when there is none. */
export const present = (text: string | undefined): string[] => (text ? [text] : [])
/** The field with its text trimmed, or no field when it is blank. */
export const optional = <Name extends string>(name: Name, text: string | undefined) =>
  (text?.trim() ? { [name]: text.trim() } : {}) as { [key in Name]?: string }
