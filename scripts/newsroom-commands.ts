import { readFile } from 'node:fs/promises'
import type { Body } from '../lib/articles/body'
import { draftStory, noteChange, tidyStory } from '../lib/articles/edit-commands'
import {
  moveStory,
  publishStory,
  restoreStory,
  scheduleStory,
  unscheduleStory,
  withdrawStory,
} from '../lib/articles/publish-commands'
import { terminal } from '../lib/auth/machines'
import {
  addCategory,
  mergeCategories,
  orderCategories,
  renameCategory,
} from '../lib/categories/commands'
import { connectDb, type Db } from '../lib/db/client'
import { setFrontPins } from '../lib/front/commands'
import type { Outcome } from '../lib/outcome'
import messages from '../messages/bn.json'
import { type ErrandName, readStoryNumber, type TypedErrand } from './newsroom-usage'
import { Trouble } from './terminal'

type Told = { outcome: Outcome; lines?: string[] }
type Run = (db: Db, errand: TypedErrand, now: Date) => Promise<Told>

/** A text file's lines that are not blank, a paragraph each. */
async function readBody(file: string): Promise<Body> {
  const content = await readFile(file, 'utf8').catch((error: Error) => {
    throw new Trouble(`${file} cannot be read: ${error.message}`)
  })
  return content
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
    .map((text) => ({ kind: 'paragraph', content: [{ text }] }))
}

// Who types a command means the story as it is: no version was looked at.
const ref = ({ words }: TypedErrand) => ({ id: readStoryNumber(words[0]), expectedVersion: null })
const isGiven = ([, value]: [string, unknown]) => value !== undefined
const given = <T extends object>(options: T) =>
  Object.fromEntries(Object.entries(options).filter(isGiven)) as T

const draft: Run = async (db, { options }, now) => {
  const { category = '', headline = '', body = '', kicker, standfirst, dateline } = options
  const words = given({ kicker, standfirst, dateline })
  const story = { category, headline, body: await readBody(body), ...words }
  const outcome = await draftStory(db, terminal, story, now)
  if (!outcome.ok) return { outcome }
  const { id } = outcome.story
  return { outcome, lines: [String(id), `/${category}/${id}`] }
}

const about =
  (run: (db: Db, errand: TypedErrand, now: Date) => Promise<Outcome>): Run =>
  async (db, errand, now) => ({ outcome: await run(db, errand, now) })

const runs: Record<ErrandName, Run> = {
  new: draft,
  publish: about((db, errand, now) => publishStory(db, terminal, ref(errand), now)),
  schedule: about((db, errand, now) => {
    const { at = '', embargo } = errand.options
    const plan = given({ publishAt: at, embargoUntil: embargo })
    return scheduleStory(db, terminal, { ...ref(errand), ...plan }, now)
  }),
  unschedule: about((db, errand, now) => unscheduleStory(db, terminal, ref(errand), now)),
  headline: about((db, errand, now) => {
    const [, headline = ''] = errand.words
    return tidyStory(db, terminal, { ...ref(errand), headline }, now)
  }),
  note: about((db, errand, now) => {
    const { kind, note = '', headline } = errand.options
    // The command's own schema says which kinds there are.
    const words = given({ kind: kind as 'correction' | 'update', note, headline })
    return noteChange(db, terminal, { ...ref(errand), ...words }, now)
  }),
  withdraw: about((db, errand, now) => {
    const { reason = '' } = errand.options
    return withdrawStory(db, terminal, { ...ref(errand), reason }, now)
  }),
  restore: about((db, errand, now) => restoreStory(db, terminal, ref(errand), now)),
  move: about((db, errand, now) => {
    const [, category = ''] = errand.words
    return moveStory(db, terminal, { ...ref(errand), category }, now)
  }),
  front: about((db, { words, options }, now) => {
    const pins = words.map((word) => given({ id: readStoryNumber(word), until: options.until }))
    return setFrontPins(db, terminal, { pins, expectedIds: null }, now)
  }),
  'add-category': about((db, { words: [slug = ''], options }) =>
    addCategory(db, terminal, { slug, name: options.name ?? '', parent: options.parent ?? null }),
  ),
  'rename-category': about((db, { words: [slug = ''], options }) => {
    const wish = given({ name: options.name, newSlug: options.slug })
    return renameCategory(db, terminal, { slug, ...wish })
  }),
  'merge-categories': about((db, { words: [slug = '', into = ''] }, now) =>
    mergeCategories(db, terminal, { slug, into }, now),
  ),
  'order-categories': about((db, { words, options }) =>
    orderCategories(db, terminal, { parent: options.parent ?? null, slugs: words }),
  ),
}

/** Carries out what was typed. Answers what to print: for a refusal the reason, as the newsroom words it. */
export async function runErrand(
  errand: TypedErrand,
  url: string,
): Promise<{ isDone: boolean; lines: string[] }> {
  const db = connectDb(url)
  try {
    const { outcome, lines = [] } = await runs[errand.name](db, errand, new Date())
    if (outcome.ok) return { isDone: true, lines }
    const fields = outcome.fields ? ` (${outcome.fields.join(', ')})` : ''
    return { isDone: false, lines: [`${messages.refusals[outcome.reason]}${fields}`] }
  } finally {
    await db.$disconnect()
  }
}
