import { toLatinDigits } from '@/lib/bengali/digits'

const from = '0123456789+-−=()'
const signs = {
  super: ['⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾', '^'],
  sub: ['₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎', '_'],
} as const

/**
 * Text above or below the line, as plain text that is not read as another number: ৬ is ⁶; what has no such sign is
 * written with ^ or _. Words, as the ending of a date, are the same on the line.
 */
export function scriptText(text: string, script: 'super' | 'sub', before = ''): string {
  const [target, mark] = signs[script]
  const plain = toLatinDigits(text).trim()
  if (!plain) return text
  const mapped = [...plain].map((sign) =>
    sign === 'n' && script === 'super' ? 'ⁿ' : target[[...from].indexOf(sign)],
  )
  if (mapped.every((sign) => sign !== undefined)) return mapped.join('')
  const isVariable = /^\p{Script=Latin}$/u.test(plain) && /[\d০-৯\p{Script=Latin})]$/u.test(before)
  const isNumber = /[\d⁰¹²³⁴-⁹₀-₉]/.test(plain)
  if (!isNumber && !isVariable) return text
  const words = text.trim()
  return mark + ([...words].length > 1 && !/^[\d০-৯.]+$/.test(words) ? `(${words})` : words)
}

/** The letters that mean the same as a sign, where Unicode has them (NFKC): ⅓ is 1⁄3, ℃ is °C. */
export const sameLetters = (sign: string): string[] => [...sign.normalize('NFKC')]
