import { normalizeText } from '@/lib/bengali/text/normalize'

/** Text normalization for a single paragraph: removes line breaks. */
export const normalizeLine = (text: string): string =>
  normalizeText(text.replace(/\s*[\r\n]+\s*/g, ' '))
