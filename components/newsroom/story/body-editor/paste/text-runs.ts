import { readLink } from '@/components/newsroom/story/body-editor/schema/link-mark'
import { findAddresses, withoutParams } from '@/lib/content-model/addresses'
import type { Inline } from '@/lib/content-model/body'
import { keepsLinesInside } from './inline-style'

/** A run of pasted text with its marks. `isBijoy`: it was in a Bijoy font. `keepsLines`: its line breaks are seen. */
export type Run = Inline & { isBijoy?: true; keepsLines?: true }
export type RunStyle = Omit<Run, 'text'>

const BIJOY_FONT = /sutonny|bijoy|[a-z]MJ\b/i

/** Redirects that sites put in front of links. */
const REDIRECTS: [host: RegExp, path: string, name: string][] = [
  [/^(l|lm)\.facebook\.com$/, '/l.php', 'u'],
  [/^www\.google\.com$/, '/url', 'q'],
]

/** The address without line breaks, and with its blanks as an address has them. */
const writtenAddress = (address: string) =>
  address
    .trim()
    .replace(/[\t\n\r]/g, '')
    .replace(/(?<=[^/]\/[^/].*|[?#].*) /g, '%20')

/** The link's real target, as it is written; undefined for targets that the paper does not link to. */
function linkOf(attribute: string | null): string | undefined {
  const address = writtenAddress(attribute ?? '').replace(/^\/\//, 'https://')
  if (!URL.canParse(address)) return undefined
  const url = new URL(address)
  const targetParam = REDIRECTS.find(
    ([host, path]) => host.test(url.hostname) && url.pathname === path,
  )?.[2]
  const given = (targetParam && url.searchParams.get(targetParam)) || address
  if (!URL.canParse(given)) return undefined
  const target = withoutParams(given, ['fbclid'])
  const isOurs = new URL(target).origin === location.origin
  return readLink(isOurs ? target.replace(/^\w+:\/\/[^/?#]*\/?/, '/') : target) ?? undefined
}

/** Whether a style makes text bold; undefined when it sets no weight. */
function isHeavy(weight: string): boolean | undefined {
  if (weight === '') return undefined
  return weight === 'bold' || weight === 'bolder' || Number(weight) >= 600
}

const setMark = <Name extends 'bold' | 'italic'>(
  runStyle: RunStyle,
  name: Name,
  isOn?: boolean,
): RunStyle => {
  if (isOn === undefined) return runStyle
  const { [name]: _, ...rest } = runStyle
  return isOn ? { ...rest, [name]: true } : rest
}

/** The marks inside `element`, given the marks `outer` around it. */
export function runStyleInside(element: HTMLElement, outer: RunStyle): RunStyle {
  const { style, tagName } = element
  const heavy = isHeavy(style.fontWeight) ?? (/^(B|STRONG)$/.test(tagName) || undefined)
  const slanted =
    style.fontStyle === '' ? /^(I|EM)$/.test(tagName) || undefined : style.fontStyle === 'italic'
  const runStyle = setMark(setMark(outer, 'bold', heavy), 'italic', slanted)
  const href = tagName === 'A' ? linkOf(element.getAttribute('href')) : undefined
  const fontName = style.fontFamily || element.getAttribute('face') || ''
  const { isBijoy, keepsLines, ...plain } = runStyle
  const isInBijoy = fontName ? BIJOY_FONT.test(fontName) : isBijoy
  const areLinesKept = keepsLinesInside(element) ?? keepsLines
  return {
    ...plain,
    ...(href && { href }),
    ...(isInBijoy && { isBijoy: true as const }),
    ...(areLinesKept && { keepsLines: true as const }),
  }
}

const hasSameStyle = ({ text: _, ...one }: Run, { text: __, ...other }: Run) =>
  one.bold === other.bold &&
  one.italic === other.italic &&
  one.href === other.href &&
  one.isBijoy === other.isBijoy

/** Joins adjacent runs with the same marks, collapses white space and trims it. */
export function mergeRuns(runs: Run[]): Run[] {
  const joined: Run[] = []
  for (const run of runs) {
    const last = joined.at(-1)
    const before = last?.text ?? ' '
    const text = before.endsWith(' ') ? run.text.replace(/^ +/, '') : run.text
    if (!text) continue
    if (last && hasSameStyle(last, run)) last.text += text
    else joined.push({ ...run, text })
  }
  const last = joined.at(-1)
  if (last) last.text = last.text.trimEnd()
  return joined.filter(({ text }) => text !== '')
}

export const textOfRuns = (runs: Run[]): string => runs.map(({ text }) => text).join('')

/** Addresses in the runs become links. */
export const linkAddresses = (runs: Run[]): Run[] =>
  runs.flatMap((run) => {
    if (run.href) return [run]
    let end = 0
    const parts = findAddresses(run.text).flatMap(({ from, to, address }) => {
      const before = { ...run, text: run.text.slice(end, from) }
      end = to
      return [before, { ...run, text: run.text.slice(from, to), href: address }]
    })
    return [...parts, { ...run, text: run.text.slice(end) }].filter(({ text }) => text !== '')
  })
