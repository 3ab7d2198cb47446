import { toBengaliDigits, toLatinDigits } from './digits'

const LAKH = 1e5
const CRORE = 1e7
const LAKH_CRORE = LAKH * CRORE

export type Decimals = { min?: number; max?: number }

const formatters = new Map<string, Intl.NumberFormat>()

/**
 * A number as a Bangladeshi paper prints it: Bengali digits in lakh and crore groups (১,২৩,৪৫,৬৭৮), a hyphen for minus.
 * At most three decimals unless `decimals` says otherwise; halves round away from zero.
 * @throws RangeError for NaN and infinities, which no paper should print
 */
export function formatNumber(value: number | bigint, { min = 0, max }: Decimals = {}): string {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new RangeError(`not a number to print: ${value}`)
  }
  return numberFormat(min, max ?? Math.max(min, 3)).format(value)
}

const ORDINAL_ENDINGS = ['ম', 'য়', 'য়', 'র্থ', 'ম', 'ষ্ঠ', 'ম', 'ম', 'ম', 'ম']

/** ১ম, ২য়, ৩য়, ৪র্থ, ৫ম, ৬ষ্ঠ, ৭ম … ১০ম, and তম from ১১ up (the endings of CLDR's Bengali ordinals). */
export function formatOrdinal(n: number): string {
  return formatNumber(n) + (ORDINAL_ENDINGS[n - 1] ?? 'তম')
}

/**
 * A day of the month as it is said: ১লা, ২রা, ৩রা, ৪ঠা, ৫ই … ১৮ই, ১৯শে … ৩২শে (Bengali months can have 32 days).
 * @throws RangeError unless `day` is a whole number from 1 to 32
 */
export function formatDateOrdinal(day: number): string {
  if (!Number.isInteger(day) || day < 1 || day > 32) throw new RangeError(`not a day: ${day}`)
  return toBengaliDigits(day) + (['লা', 'রা', 'রা', 'ঠা'][day - 1] ?? (day < 19 ? 'ই' : 'শে'))
}

/**
 * A large number in words with at most one decimal: ১.৫ হাজার, ২.৫ লাখ, ১.২ কোটি, ১০,০০০ কোটি, ১ লাখ কোটি.
 * Cut off, never rounded: 99,999 is ৯৯.৯ হাজার, for a paper must not claim a lakh that has not been reached.
 * (ICU's compact form rounds it to ১ লাখ, and its short form prints 10,000 crore as one crore.)
 * @throws RangeError for NaN and infinities
 */
export function formatLargeNumber(value: number): string {
  const size = Math.abs(value)
  if (size >= LAKH_CRORE) return `${cutToTenths(value, LAKH_CRORE)} লাখ কোটি`
  if (size >= CRORE) return `${cutToTenths(value, CRORE)} কোটি`
  if (size >= LAKH) return `${cutToTenths(value, LAKH)} লাখ`
  if (size >= 1000) return `${cutToTenths(value, 1000)} হাজার`
  return cutToTenths(value, 1)
}

/** `sign`: ৳১,৫০০; `words`: ১,৫০০ টাকা ৫০ পয়সা; `large`: ১.৫ কোটি টাকা, cut off as `formatLargeNumber` does. */
export type MoneyStyle = 'sign' | 'words' | 'large'

/**
 * Taka. Paisa show only when there are any, then always two digits, rounded to the nearest paisa.
 * The sign stands before the figure, as on Bangladesh's notes and price tags (ICU's bn puts it after).
 * @throws RangeError for NaN and infinities
 */
export function formatMoney(taka: number, style: MoneyStyle = 'sign'): string {
  if (style === 'large') return `${formatLargeNumber(taka)} টাকা`
  const size = Math.abs(taka)
  const figure = formatNumber(size, { min: 2, max: 2 })
  const whole = figure.slice(0, -3)
  const paisa = figure.slice(-2)
  const minus = taka < 0 && /[১-৯]/.test(figure) ? '-' : ''
  if (style === 'sign') return `${minus}৳${paisa === '০০' ? whole : figure}`
  const paisaWords = `${paisa.replace(/^০/, '')} পয়সা`
  if (paisa === '০০') return `${minus}${whole} টাকা`
  return minus + (whole === '০' ? paisaWords : `${whole} টাকা ${paisaWords}`)
}

/**
 * A share in hundredths (74 is ৭৪%, not 0.74), one decimal at most; `words` says ৭৪ শতাংশ, as running text does.
 * @throws RangeError for NaN and infinities
 */
export function formatPercent(percent: number, style: 'sign' | 'words' = 'sign'): string {
  return formatNumber(percent, { max: 1 }) + (style === 'words' ? ' শতাংশ' : '%')
}

/** Powers of ten of the counting words. */
const SCALES: Record<string, number> = {
  শ: 2,
  শত: 2,
  হাজার: 3,
  লাখ: 5,
  লক্ষ: 5,
  কোটি: 7,
  'হাজার কোটি': 10,
  'লাখ কোটি': 12,
  'লক্ষ কোটি': 12,
}
const TERM =
  /\s*(\d[\d,]*(?:\.\d+)?|\.\d+)\s*((?:হাজার|লাখ|লক্ষ)\s+কোটি|শত|শ|হাজার|লাখ|লক্ষ|কোটি)?(?![\p{L}\p{M}])/uy
const GROUPED = /^(?:\d+|\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d{2})*,\d{3})$/

/**
 * The number a text spells, or null. Reads Bengali, Latin and mixed digits; no groups, lakh groups or thousands;
 * a leading minus; decimals; and counting words from large to small: `১ কোটি ২০ লাখ ৫ হাজার ৩০০`, `১.৫ লাখ কোটি`.
 * Nothing may be left over: `৫ জন`, `৳৫` and `১,২` are null.
 */
export function parseNumber(text: string): number | null {
  if (text.length > 100) return null
  const [, minus, figures] = /^([-−–]?)\s*(.+)$/su.exec(toLatinDigits(text).trim()) ?? []
  const size = figures && sumTerms(figures)
  if (typeof size !== 'number' || !Number.isFinite(size)) return null
  return minus && size !== 0 ? -size : size
}

function sumTerms(figures: string): number | null {
  let sum = 0
  let lastScale = Number.POSITIVE_INFINITY
  let hasDecimals = false
  TERM.lastIndex = 0
  while (TERM.lastIndex < figures.length) {
    const [, figure = '', word = ''] = TERM.exec(figures) ?? []
    const [whole = '', decimals] = figure.split('.')
    const scale = SCALES[word.replace(/\s+/g, ' ')] ?? 0
    // Each word must be smaller than the one before, and only the last figure may be a fraction.
    if (!figure || scale >= lastScale || hasDecimals) return null
    if (whole !== '' && !GROUPED.test(whole)) return null
    hasDecimals = decimals !== undefined
    lastScale = scale
    // Read as one decimal literal, since 1.1 * 1e5 is not 110000.
    sum += Number(`${whole.replaceAll(',', '')}.${decimals ?? 0}e${scale}`)
  }
  return sum
}

function cutToTenths(value: number, unit: number): string {
  return formatNumber(Math.trunc(unit === 1 ? value * 10 : value / (unit / 10)) / 10, { max: 1 })
}

/** Making an Intl formatter costs far more than using one, so each is made once. */
function numberFormat(minimumFractionDigits: number, maximumFractionDigits: number) {
  const key = `${minimumFractionDigits}/${maximumFractionDigits}`
  let format = formatters.get(key)
  if (!format) {
    format = new Intl.NumberFormat('bn-BD-u-nu-beng', {
      minimumFractionDigits,
      maximumFractionDigits,
      signDisplay: 'negative',
    })
    formatters.set(key, format)
  }
  return format
}
