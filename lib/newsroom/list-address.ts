import { z } from 'zod'
import type { ArticleStatus } from '@/lib/articles/article'
import { categorySlug, rowNumber, text } from '@/lib/articles/input'
import { nextMidnight } from '@/lib/bengali/next-midnight'
import { type CivilDate, instantOf, isCivilDate } from '@/lib/bengali/zoned-time'
import {
  canChooseStatus,
  type ListFilter,
  type ListKey,
  type ListName,
  type ListTurn,
  statusesOf,
} from './lists'

/** The address of a list: all that it is narrowed to, and where its page goes on, so that links and the way back hold. */

export const listPath = (list: ListName) => `/newsroom/lists/${list}`

/** What an address says, as it was typed. */
export type ListWords = {
  words: string
  category: string
  author: string
  from: string
  until: string
  status: string
}
export const listFields = ['words', 'category', 'author', 'from', 'until', 'status'] as const
export type ListField = (typeof listFields)[number]

/** What an address asks for; the author is a name, which may be that of several, or of nobody. */
export type ListRequest = {
  typed: ListWords
  filter: Pick<ListFilter, 'words' | 'from' | 'until' | 'status'>
  category: string | null
  author: string | null
  authorId: number | null
  turn: ListTurn | null
  /** Fields that say nothing that could be looked for. */
  faulty: ListField[]
}

type Params = Record<string, string | string[] | undefined>

const one = (params: Params, name: string) => {
  const value = params[name]
  return (Array.isArray(value) ? value[0] : value) ?? ''
}

/** What a story is looked for by. */
export const searchedWords = text(200)
const authorInput = text(100)

/** The first instant of a day of the paper's, as a browser's date field writes it; null for what is none. */
function dayOf(typed: string): Date | null {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(typed) ?? []
  const date: CivilDate = { year: Number(year), month: Number(month), day: Number(day) }
  const isDay = isCivilDate(date) && date.year > 1900 && date.year < 3000
  return isDay ? instantOf({ ...date, hour: 0, minute: 0, second: 0 }) : null
}

// What a date can be, in milliseconds; and PostgreSQL's integer.
const keyInput = z
  .string()
  .regex(/^\d{1,14}\.\d{1,10}$/)
  .transform((key) => key.split('.').map(Number) as [number, number])
  .pipe(z.tuple([z.int(), rowNumber.or(z.literal(0))]))

function keyOf(typed: string): ListKey | null {
  const key = keyInput.safeParse(typed)
  return key.success ? { at: new Date(key.data[0]), id: key.data[1] } : null
}

const writeKey = ({ at, id }: ListKey) => `${at.getTime()}.${id}`

function turnOf(params: Params): ListTurn | null {
  for (const way of ['after', 'before'] as const) {
    const key = keyOf(one(params, way))
    if (key) return { way, key }
  }
  return null
}

/** Reads an address; what is faulty in it is told, not guessed at. */
export function readListRequest(list: ListName, params: Params): ListRequest {
  const [words, category, author, from, until, status] = listFields.map((name) => one(params, name))
  const typed = { words, category, author, from, until, status } as ListWords
  const faulty: ListField[] = []
  const take = <T>(
    name: ListField,
    value: string | undefined,
    read: (value: string) => T | null,
  ) => {
    if (!value) return null
    const taken = read(value)
    if (taken === null) faulty.push(name)
    return taken
  }
  const parsed =
    <T>(schema: z.ZodType<T>) =>
    (value: string) =>
      schema.safeParse(value).data ?? null
  const isChosen = z.enum(statusesOf(list) as [ArticleStatus, ...ArticleStatus[]])
  const read = {
    words: take('words', words?.trim(), parsed(searchedWords)),
    category: take('category', category, parsed(categorySlug)),
    author: take('author', author?.trim(), parsed(authorInput)),
    from: take('from', from, dayOf),
    until: take('until', until, dayOf),
    status: canChooseStatus(list) ? take('status', status, parsed(isChosen)) : null,
  }
  if (read.from && read.until && read.from > read.until) faulty.push('from', 'until')
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
    authorId: rowNumber.safeParse(Number(one(params, 'by'))).data ?? null,
    turn: turnOf(params),
    faulty,
  }
}

type Address = Partial<ListWords> & { by?: number | null }

/** The address of a list so narrowed. */
export function listAddress(list: ListName, { by, ...words }: Address, turn?: ListTurn): string {
  const params = new URLSearchParams()
  for (const name of listFields) if (words[name]) params.set(name, words[name])
  if (by) params.set('by', String(by))
  if (turn) params.set(turn.way, writeKey(turn.key))
  const query = params.toString()
  return query ? `${listPath(list)}?${query}` : listPath(list)
}

/** The list after something was done in it to a story that it no longer holds. */
export const doneAddress = (list: ListName, id: number) => `${listPath(list)}?done=${id}`

/** The number of the story that something was done to; null in any other address. */
export const readDone = (params: Params): number | null =>
  rowNumber.safeParse(Number(one(params, 'done'))).data ?? null
