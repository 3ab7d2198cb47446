import { z } from 'zod'
import { parseStamp } from '@/lib/bengali/calendar/dates'
import { importKeys } from './import-keys'
import type { ImportedStory, ImportFault, ParsedFile } from './imported-story'
import { findTooLong } from './limits'
import { normalizeImportedLine } from './normalize-line'

const line = z.looseObject({
  title: z.string().trim().min(1),
  /** Paragraphs, split by blank lines. */
  body: z.string().trim().min(1),
  doc_id: z.string().trim().min(1).optional(),
  /** A stamp as printed, or ISO 8601. */
  published: z.string().optional(),
  /** Left out, the story is published if its date has passed; anything but `published` makes it a draft. */
  status: z.string().optional(),
  category: z.string().trim().min(1).optional(),
  byline: z.string().trim().min(1).optional(),
  source: z.string().trim().min(1).optional(),
})

type ParsedLine = { story: ImportedStory; notes: ImportFault[] }

function readStory(value: z.output<typeof line>, number: number): ParsedLine | string {
  const notes: ImportFault[] = []
  const normalize = (raw: string) => {
    const normalized = normalizeImportedLine(
      raw.replace(/\s*[\r\n\v\f\u0085\u2028\u2029]+\s*/g, ' '),
      number,
    )
    notes.push(...normalized.notes)
    return normalized.text
  }
  // A field that is not known may say that the story is not for the public.
  const unknownFields = Object.keys(value).filter((name) => !(name in line.shape))
  if (unknownFields.length > 0) {
    const reason = `a draft, for its fields are not known: ${unknownFields.join(', ')}`
    notes.push({ line: number, reason })
  }
  const headline = normalize(value.title)
  const publishedAt = value.published === undefined ? null : parseStamp(value.published)
  if (value.published !== undefined && !publishedAt)
    return `no date that exists: “${value.published}”`
  const paragraphs = value.body
    .split(/\n\s*\n/)
    .map(normalize)
    .filter(Boolean)
  if (headline === '' || paragraphs.length === 0) return 'the headline or the body is blank'
  const tooLong = findTooLong(
    [{ number, text: headline }],
    paragraphs.map((text) => ({ number, text })),
  )
  if (tooLong) return tooLong.reason
  const story = {
    key: value.doc_id
      ? importKeys.document(value.doc_id)
      : publishedAt
        ? importKeys.page(headline, publishedAt)
        : importKeys.headline(headline),
    headline,
    bylines: value.byline ? [normalize(value.byline)] : [],
    publishedAt,
    isDraft: unknownFields.length > 0 || (value.status ?? 'published') !== 'published',
    changedAt: null,
    paragraphs,
    source: value.source ? normalize(value.source) : null,
    category: value.category ? normalize(value.category) : null,
    moreInCategory: [],
    readMore: [],
  }
  return { story, notes }
}

/** One story, or what is wrong with its line. */
function readLine(text: string, number: number): ParsedLine | string {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    return `not JSON: ${(error as Error).message}`
  }
  const parsed = line.safeParse(value)
  if (!parsed.success) {
    return parsed.error.issues
      .map((issue) => `${issue.path.join('.') || 'line'}: ${issue.message}`)
      .join('; ')
  }
  return readStory(parsed.data, number)
}

/** Reads a file with a story a line. One bad line refuses the file: every bad line is named. */
export function readJsonl(content: string): ParsedFile {
  const stories: ImportedStory[] = []
  const faults: ImportFault[] = []
  const notes: ImportFault[] = []
  const lineByKey = new Map<string, number>()
  for (const [index, text] of content.split(/\r?\n/).entries()) {
    if (text.trim() === '') continue
    const read = readLine(text, index + 1)
    if (typeof read === 'string') {
      faults.push({ line: index + 1, reason: read })
      continue
    }
    const { story } = read
    const first = lineByKey.get(story.key)
    if (first) faults.push({ line: index + 1, reason: `the same story as in line ${first}` })
    lineByKey.set(story.key, index + 1)
    stories.push(story)
    notes.push(...read.notes)
  }
  if (faults.length === 0 && stories.length === 0)
    faults.push({ line: 1, reason: 'the file is empty' })
  return faults.length > 0 ? { ok: false, faults } : { ok: true, stories, notes }
}
