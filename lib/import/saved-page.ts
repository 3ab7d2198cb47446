import { parseStamp } from '@/lib/bengali/calendar/dates'
import { savedPagePatterns as patterns } from '@/lib/bengali/saved-page-patterns'
import { importKeys } from './import-keys'
import type { ImportedStory, ImportFault, ParsedFile } from './imported-story'
import { findTooLong, type NumberedLine } from './limits'
import { normalizeImportedLine } from './normalize-line'

type NormalizedLines = { lines: NumberedLine[]; notes: ImportFault[] }

/** The lines that say something, as they enter the paper, with their numbers. */
function readLines(content: string): NormalizedLines {
  const normalized = content
    .split(/\r\n|\r|\n/)
    .map((raw, index) => ({ number: index + 1, ...normalizeImportedLine(raw, index + 1) }))
  return {
    lines: normalized.filter((line) => line.text !== ''),
    notes: normalized.flatMap((line) => line.notes),
  }
}

const matchesPattern = (text: string, pattern: RegExp) => pattern.test(text)

type Parts = {
  headline: NumberedLine
  byline: NumberedLine | null
  stamps: NumberedLine
  body: NumberedLine[]
  category: NumberedLine
  moreInCategory: NumberedLine[]
  readMore: NumberedLine[]
}

const fault = (line: number, reason: string): ImportFault => ({ line, reason })

/** Tells the page's parts apart by the words that stand between them. */
function findParts(lines: NumberedLine[], lastLine: number): Parts | ImportFault {
  const [headline] = lines
  if (!headline) return fault(1, 'the file is empty')
  const stampsAt = lines.findIndex((line) => patterns.stamp.test(line.text))
  const stamps = lines[stampsAt]
  if (!stamps) return fault(lastLine, 'no line with the publication stamp (২০ মে ২০২৪, ০৮:০২ পিএম)')
  if (stampsAt === 0) return fault(1, 'a stamp stands where the headline should')
  if (stampsAt > 2)
    return fault(stamps.number, 'between headline and stamp only one byline may stand')
  const categoryAt = lines.findIndex((line) => matchesPattern(line.text, patterns.category))
  const category = lines[categoryAt]
  if (!category) return fault(lastLine, 'no line with the category (বিভাগ : …)')
  if (categoryAt < stampsAt) return fault(category.number, 'the category stands before the stamp')
  const body = lines.slice(stampsAt + 1, categoryAt)
  if (body.length === 0) return fault(stamps.number + 1, 'no paragraph between stamp and category')
  const rest = lines.slice(categoryAt + 1)
  const moreAt = rest.findIndex((line) => matchesPattern(line.text, patterns.moreInCategory))
  const readAt = rest.findIndex((line) => matchesPattern(line.text, patterns.readMore))
  return {
    headline,
    byline: stampsAt === 2 ? (lines[1] ?? null) : null,
    stamps,
    body,
    category,
    moreInCategory: moreAt < 0 ? [] : rest.slice(moreAt + 1, readAt < moreAt ? undefined : readAt),
    readMore: readAt < 0 ? [] : rest.slice(readAt + 1, moreAt < readAt ? undefined : moreAt),
  }
}

type Stamps = { publishedAt: Date; changedAt: Date | null }

function readStamps(line: NumberedLine): Stamps | ImportFault {
  const [published = '', changed] = line.text.split(patterns.betweenStamps)
  const publishedAt = parseStamp(published.replace(patterns.stampLabel, '').trim())
  if (!publishedAt) return fault(line.number, `no date that exists: “${published.trim()}”`)
  if (changed === undefined) return { publishedAt, changedAt: null }
  const changedAt = parseStamp(changed.replace(patterns.stampLabel, '').trim())
  if (!changedAt) return fault(line.number, `no date that exists: “${changed.trim()}”`)
  if (changedAt < publishedAt) return fault(line.number, 'the update is older than the publication')
  return { publishedAt, changedAt: changedAt > publishedAt ? changedAt : null }
}

/** "সূত্র: বিবিসি।" at the end of the last paragraph, or alone in it, is data and not body. */
function extractSource(paragraphs: string[]): { paragraphs: string[]; source: string | null } {
  const last = paragraphs.at(-1) ?? ''
  const found = patterns.source.exec(last)
  if (!found?.groups?.name) return { paragraphs, source: null }
  const rest = last.slice(0, found.index).trim()
  return {
    paragraphs: [...paragraphs.slice(0, -1), ...(rest ? [rest] : [])],
    source: found.groups.name.trim(),
  }
}

/** Names in printed order, without the paper's own name in Latin that sites put before them. */
function readBylines(line: NumberedLine | null): string[] {
  const names = (line?.text ?? '').replace(patterns.latinPrefix, '')
  return names
    .split(patterns.betweenNames)
    .map((name) => name.trim())
    .filter(Boolean)
}

const listHeadlines = (lines: NumberedLine[]) => [
  ...new Set(lines.map((line) => line.text).filter((text) => !patterns.boilerplate.test(text))),
]

/** Reads the text of one saved article page, as a browser shows it; nothing of a page that cannot be read whole. */
export function readSavedPage(content: string): ParsedFile {
  const { lines, notes } = readLines(content)
  const parts = findParts(lines, content.split('\n').length)
  if ('reason' in parts) return { ok: false, faults: [parts] }
  const stamps = readStamps(parts.stamps)
  if ('reason' in stamps) return { ok: false, faults: [stamps] }
  const tooLong = findTooLong(
    [parts.headline, ...parts.moreInCategory, ...parts.readMore],
    parts.body,
  )
  if (tooLong) return { ok: false, faults: [tooLong] }
  const headline = parts.headline.text
  const body = extractSource(parts.body.map((line) => line.text))
  if (body.paragraphs.length === 0) {
    return {
      ok: false,
      faults: [fault(parts.stamps.number + 1, 'the body holds nothing but its source')],
    }
  }
  const story: ImportedStory = {
    key: importKeys.page(headline, stamps.publishedAt),
    headline,
    bylines: readBylines(parts.byline),
    ...stamps,
    isDraft: false,
    ...body,
    category: parts.category.text.replace(patterns.category, '').trim(),
    moreInCategory: listHeadlines(parts.moreInCategory).filter((text) => text !== headline),
    readMore: listHeadlines(parts.readMore).filter((text) => text !== headline),
  }
  return { ok: true, stories: [story], notes }
}
