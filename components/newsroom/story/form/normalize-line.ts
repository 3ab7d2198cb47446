import { normalizeText } from '@/lib/bengali/text/normalize'

/** The text gate for what stands in one paragraph: no line break is left. */
export const normalizeLine = (text: string): string =>
  normalizeText(text.replace(/\s*[\r\n]+\s*/g, ' '))
