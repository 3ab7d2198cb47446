import { z } from 'zod'
import { parseStamp } from '@/lib/bengali/dates'
import { normalizeText } from '@/lib/bengali/text'
import { importKeys } from './keys'
import { findTooLong } from './limits'
import type { ImportedStory, ImportFault, ReadFile } from './story'

const line = z.object({
  title: z.string().trim().min(1),
  /** Paragraphs, split by blank lines. */
  body: z.string().trim().min(1),
  doc_id: z.string().trim().min(1).optional(),
  /** A stamp as printed, or ISO 8601. */
  published: z.string().optional(),
  category: z.string().trim().min(1).optional(),
  byline: z.string().trim().min(1).optional(),
  source: z.string().trim().min(1).optional(),
})

function readStory(value: z.output<typeof line>, number: number): ImportedStory | string {
  const headline = normalizeText(value.title).trim()
  const publishedAt = value.published === undefined ? null : parseStamp(value.published)
  if (value.published !== undefined && !publishedAt)
    return `no date that exists: “${value.published}”`
  const paragraphs = value.body
    .split(/\n\s*\n/)
    .map((paragraph) => normalizeText(paragraph.replace(/\s*\n\s*/g, ' ')).trim())
    .filter(Boolean)
  if (headline === '' || paragraphs.length === 0) return 'the headline or the body is blank'
  const tooLong = findTooLong(
    [{ number, text: headline }],
    paragraphs.map((text) => ({ number, text })),
  )
  if (tooLong) return tooLong.reason
  return {
    key: value.doc_id
      ? importKeys.document(value.doc_id)
      : publishedAt
        ? importKeys.page(headline, publishedAt)
        : importKeys.headline(headline),
    headline,
    bylines: value.byline ? [normalizeText(value.byline)] : [],
    publishedAt,
    changedAt: null,
    paragraphs,
    source: value.source ? normalizeText(value.source) : null,
    category: value.category ? normalizeText(value.category) : null,
    moreInCategory: [],
    readMore: [],
  }
}

/** One story, or what is wrong with its line. */
function readLine(text: string, number: number): ImportedStory | string {
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
export function readJsonl(content: string): ReadFile {
  const stories: ImportedStory[] = []
  const faults: ImportFault[] = []
  const seen = new Map<string, number>()
  for (const [index, text] of content.split(/\r?\n/).entries()) {
    if (text.trim() === '') continue
    const story = readLine(text, index + 1)
    if (typeof story === 'string') faults.push({ line: index + 1, reason: story })
    else if (seen.has(story.key)) {
      faults.push({ line: index + 1, reason: `the same story as in line ${seen.get(story.key)}` })
    } else {
      seen.set(story.key, index + 1)
      stories.push(story)
    }
  }
  if (faults.length === 0 && stories.length === 0)
    faults.push({ line: 1, reason: 'the file is empty' })
  return faults.length > 0 ? { ok: false, faults } : { ok: true, stories }
}
