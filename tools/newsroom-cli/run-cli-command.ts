import { readFile } from 'node:fs/promises'
import { runCommand } from '@/lib/commands/command'
import { draftStory, editStory } from '../../lib/articles/edit-commands'
import { terminalActor } from '../../lib/auth/system-actors'
import {
  addCategory,
  mergeCategories,
  orderCategories,
  renameCategory,
} from '../../lib/categories/commands'
import type { Body } from '../../lib/content-model/body'
import { connectDb, type Db } from '../../lib/db/client'
import { setFrontPins } from '../../lib/front/commands'
import {
  moveStory,
  noteChange,
  publishStory,
  restoreStory,
  scheduleStory,
  unscheduleStory,
  withdrawStory,
} from '../../lib/newsroom/publish/publish-commands'
import type { Outcome } from '../../lib/outcome'
import messages from '../../messages/bn.json'
import { UserError } from '../terminal/terminal'
import { type CliCommand, type CliCommandName, readStoryNumber } from './parse-cli-command'

type CliResult = { outcome: Outcome; lines?: string[] }
type CliHandler = (db: Db, command: CliCommand, now: Date) => Promise<CliResult>

/** A text file's lines that are not blank, a paragraph each. */
async function readBody(file: string): Promise<Body> {
  const content = await readFile(file, 'utf8').catch((error: Error) => {
    throw new UserError(`${file} cannot be read: ${error.message}`)
  })
  return content
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
    .map((text) => ({ kind: 'paragraph', content: [{ text }] }))
}

// Who types a command means the story as it is: no version was looked at.
const ref = ({ words }: CliCommand) => ({ id: readStoryNumber(words[0]), expectedVersion: null })
const isGiven = ([, value]: [string, unknown]) => value !== undefined
const given = <T extends object>(options: T) =>
  Object.fromEntries(Object.entries(options).filter(isGiven)) as T

const draft: CliHandler = async (db, { options }, now) => {
  const { category = '', headline = '', body = '', kicker, standfirst, dateline } = options
  const words = given({ kicker, standfirst, dateline })
  const story = { category, headline, body: await readBody(body), ...words }
  const outcome = await runCommand(db, terminalActor, draftStory, story, now)
  if (!outcome.ok) return { outcome }
  const { id } = outcome.story
  return { outcome, lines: [String(id), `/${category}/${id}`] }
}

const handlerOf =
  (handler: (db: Db, command: CliCommand, now: Date) => Promise<Outcome>): CliHandler =>
  async (db, command, now) => ({ outcome: await handler(db, command, now) })

const handlers: Record<CliCommandName, CliHandler> = {
  new: draft,
  publish: handlerOf((db, command, now) =>
    runCommand(db, terminalActor, publishStory, ref(command), now),
  ),
  schedule: handlerOf((db, command, now) => {
    const { at = '', embargo } = command.options
    const plan = given({ publishAt: at, embargoUntil: embargo })
    return runCommand(db, terminalActor, scheduleStory, { ...ref(command), ...plan }, now)
  }),
  unschedule: handlerOf((db, command, now) =>
    runCommand(db, terminalActor, unscheduleStory, ref(command), now),
  ),
  headline: handlerOf((db, command, now) => {
    const [, headline = ''] = command.words
    return runCommand(db, terminalActor, editStory, { ...ref(command), headline }, now)
  }),
  note: handlerOf((db, command, now) => {
    const { kind, note = '', headline } = command.options
    // The command's own schema says which kinds there are.
    const words = given({ kind: kind as 'correction' | 'update', note, headline })
    return runCommand(db, terminalActor, noteChange, { ...ref(command), ...words }, now)
  }),
  withdraw: handlerOf((db, command, now) => {
    const { reason = '' } = command.options
    return runCommand(db, terminalActor, withdrawStory, { ...ref(command), reason }, now)
  }),
  restore: handlerOf((db, command, now) =>
    runCommand(db, terminalActor, restoreStory, ref(command), now),
  ),
  move: handlerOf((db, command, now) => {
    const [, category = ''] = command.words
    return runCommand(db, terminalActor, moveStory, { ...ref(command), category }, now)
  }),
  front: handlerOf((db, { words, options }, now) => {
    const pins = words.map((word) => given({ id: readStoryNumber(word), until: options.until }))
    return runCommand(db, terminalActor, setFrontPins, { pins, expectedIds: null }, now)
  }),
  'add-category': handlerOf((db, { words: [slug = ''], options }) =>
    runCommand(db, terminalActor, addCategory, {
      slug,
      name: options.name ?? '',
      parent: options.parent ?? null,
    }),
  ),
  'rename-category': handlerOf((db, { words: [slug = ''], options }) => {
    const changes = given({ name: options.name, newSlug: options.slug })
    return runCommand(db, terminalActor, renameCategory, { slug, ...changes })
  }),
  'merge-categories': handlerOf((db, { words: [slug = '', into = ''] }, now) =>
    runCommand(db, terminalActor, mergeCategories, { slug, into }, now),
  ),
  'order-categories': handlerOf((db, { words, options }) =>
    runCommand(db, terminalActor, orderCategories, {
      parent: options.parent ?? null,
      slugs: words,
    }),
  ),
}

/** Carries out what was typed. Answers what to print: for a refusal the reason, as the newsroom words it. */
export async function runCliCommand(
  command: CliCommand,
  url: string,
): Promise<{ isDone: boolean; lines: string[] }> {
  const db = connectDb(url)
  try {
    const { outcome, lines = [] } = await handlers[command.name](db, command, new Date())
    if (outcome.ok) return { isDone: true, lines }
    const fields = outcome.fields ? ` (${outcome.fields.join(', ')})` : ''
    return { isDone: false, lines: [`${messages.refusals[outcome.reason]}${fields}`] }
  } finally {
    await db.$disconnect()
  }
}
