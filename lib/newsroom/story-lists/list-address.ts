import { z } from 'zod'
import { nextMidnight } from '@/lib/bengali/calendar/next-midnight'
import { readDay } from '@/lib/bengali/calendar/wall-time'
import { instantOf } from '@/lib/bengali/calendar/zoned-time'
import type { ArticleStatus } from '@/lib/content-model/article'
import { categorySlug } from '@/lib/content-model/input'
import { rowNumber, text } from '@/lib/content-model/text-input'
import {
  canChooseStatus,
  type ListCursor,
  type ListFilter,
  type ListKey,
  type ListName,
  statusesOf,
} from './story-lists'

/** The address of a list: all that it is narrowed to, and where its page goes on, so that links and the way back hold. */

export const listPath = (list: ListName) => `/newsroom/lists/${list}`

/** The query of an address, as typed. */
export type ListParams = {
  words: string
  category: string
  author: string
  from: string
  until: string
  status: string
}
export const listFields = ['words', 'category', 'author', 'from', 'until', 'status'] as const
export type ListField = (typeof listFields)[number]

/** The parsed query of an address; the author is a name, which may belong to several contributors or to none. */
export type ListRequest = {
  typed: ListParams
  filter: Pick<ListFilter, 'words' | 'from' | 'until' | 'status'>
  category: string | null
  author: string | null
  authorId: number | null
  cursor: ListCursor | null
  /** Fields that say nothing that could be looked for. */
  invalidFields: ListField[]
}

type Params = Record<string, string | string[] | undefined>

const firstValue = (params: Params, name: string) => {
  const value = params[name]
  return (Array.isArray(value) ? value[0] : value) ?? ''
}

/** The words of a search for stories. */
export const searchTextInput = text(200)
const authorInput = text(100)

/** The first instant of a day of the paper's, as it is typed; null for what is none. */
function dayOf(typed: string): Date | null {
  const date = readDay(typed)
  const isDay = date !== null && date.year > 1900 && date.year < 3000
  return isDay ? instantOf({ ...date, hour: 0, minute: 0, second: 0 }) : null
}

// The range of a date in milliseconds, and of PostgreSQL's integer.
const keyInput = z
  .string()
  .regex(/^\d{1,14}\.\d{1,10}$/)
  .transform((key) => key.split('.').map(Number) as [number, number])
  .pipe(z.tuple([z.int(), rowNumber.or(z.literal(0))]))

function parseKey(typed: string): ListKey | null {
  const key = keyInput.safeParse(typed)
  return key.success ? { at: new Date(key.data[0]), id: key.data[1] } : null
}

const formatKey = ({ at, id }: ListKey) => `${at.getTime()}.${id}`

function parseCursor(params: Params): ListCursor | null {
  for (const direction of ['after', 'before'] as const) {
    const key = parseKey(firstValue(params, direction))
    if (key) return { direction, key }
  }
  return null
}

/** Parses an address; invalid fields are reported, not guessed. */
export function parseListRequest(list: ListName, params: Params): ListRequest {
  const [words, category, author, from, until, status] = listFields.map((name) =>
    firstValue(params, name),
  )
  const typed = { words, category, author, from, until, status } as ListParams
  const invalidFields: ListField[] = []
  const readField = <T>(
    name: ListField,
    value: string | undefined,
    read: (value: string) => T | null,
  ) => {
    if (!value) return null
    const parsedValue = read(value)
    if (parsedValue === null) invalidFields.push(name)
    return parsedValue
  }
  const parsed =
    <T>(schema: z.ZodType<T>) =>
    (value: string) =>
      schema.safeParse(value).data ?? null
  const isChosen = z.enum(statusesOf(list) as [ArticleStatus, ...ArticleStatus[]])
  const read = {
    words: readField('words', words?.trim(), parsed(searchTextInput)),
    category: readField('category', category, parsed(categorySlug)),
    author: readField('author', author?.trim(), parsed(authorInput)),
    from: readField('from', from, dayOf),
    until: readField('until', until, dayOf),
    status: canChooseStatus(list) ? readField('status', status, parsed(isChosen)) : null,
  }
  if (read.from && read.until && read.from > read.until) invalidFields.push('from', 'until')
  return {
    typed,
    filter: {
      ...(read.words ? { words: read.words } : {}),
      ...(read.from ? { from: read.from } : {}),
      ...(read.until ? { until: nextMidnight(read.until) } : {}),
      ...(read.status ? { status: read.status } : {}),
    },
    category: read.category,
    author: read.author,
    authorId: rowNumber.safeParse(Number(firstValue(params, 'by'))).data ?? null,
    cursor: parseCursor(params),
    invalidFields,
  }
}

type Address = Partial<ListParams> & { contributorId?: number | null }

/** The address of a list so narrowed. */
export function listAddress(
  list: ListName,
  { contributorId, ...words }: Address,
  cursor?: ListCursor,
): string {
  const params = new URLSearchParams()
  for (const name of listFields) if (words[name]) params.set(name, words[name])
  if (contributorId) params.set('by', String(contributorId))
  if (cursor) params.set(cursor.direction, formatKey(cursor.key))
  const query = params.toString()
  return query ? `${listPath(list)}?${query}` : listPath(list)
}

/** The list after something was done in it to a story that it no longer holds. */
export const doneAddress = (list: ListName, id: number) => `${listPath(list)}?done=${id}`

/** The number of the story that something was done to; null in any other address. */
export const readDone = (params: Params): number | null =>
  rowNumber.safeParse(Number(firstValue(params, 'done'))).data ?? null
