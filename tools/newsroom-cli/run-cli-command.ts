import { readFile } from 'node:fs/promises'
import type { z } from 'zod'
import { type CommandDefinition, runCommand } from '@/lib/commands/command'
import { draftStory } from '../../lib/articles/draft-commands'
import { terminalActor } from '../../lib/auth/system-actors'
import {
  addCategory,
  mergeCategories,
  orderCategories,
  renameCategory,
} from '../../lib/categories/commands'
import type { Body } from '../../lib/content-model/body'
import { connectDb } from '../../lib/db/client'
import { databaseNow } from '../../lib/db/database-now'
import { setFrontPins } from '../../lib/front/commands'
import { editStory, noteChange } from '../../lib/newsroom/publish/edit-commands'
import {
  moveStory,
  publishStory,
  restoreStory,
  scheduleStory,
  unscheduleStory,
  withdrawStory,
} from '../../lib/newsroom/publish/publish-commands'
import type { CommandResult, Outcome } from '../../lib/outcome'
import messages from '../../messages/bn.json'
import { UserError } from '../terminal/terminal'
import { type CliCommand, type CliCommandName, readStoryNumber } from './parse-cli-command'

type Run = <Schema extends z.ZodType, Result extends CommandResult, Prepared>(
  definition: CommandDefinition<Schema, Result, Prepared>,
  input: z.input<Schema>,
) => Promise<Outcome<Result>>
type CliHandler = (run: Run, command: CliCommand) => Promise<Outcome>

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

// A command of the terminal holds for whatever version the story has.
const ref = ({ words }: CliCommand) => ({ id: readStoryNumber(words[0]), expectedVersion: null })
const isGiven = ([, value]: [string, unknown]) => value !== undefined
const given = <T extends object>(options: T) =>
  Object.fromEntries(Object.entries(options).filter(isGiven)) as T

const handlers: Record<CliCommandName, CliHandler> = {
  new: async (run, { options }) => {
    const { category = '', headline = '', body = '', kicker, standfirst, dateline } = options
    const words = given({ kicker, standfirst, dateline })
    return await run(draftStory, { category, headline, body: await readBody(body), ...words })
  },
  publish: (run, command) => run(publishStory, ref(command)),
  schedule: (run, command) => {
    const { at = '', embargo } = command.options
    const plan = given({ publishAt: at, embargoUntil: embargo })
    return run(scheduleStory, { ...ref(command), ...plan })
  },
  unschedule: (run, command) => run(unscheduleStory, ref(command)),
  headline: (run, command) => {
    const [, headline = ''] = command.words
    return run(editStory, { ...ref(command), headline })
  },
  note: (run, command) => {
    const { kind, note = '', headline } = command.options
    // The command's own schema says which kinds there are.
    const words = given({ kind: kind as 'correction' | 'update', note, headline })
    return run(noteChange, { ...ref(command), ...words })
  },
  withdraw: (run, command) =>
    run(withdrawStory, { ...ref(command), reason: command.options.reason ?? '' }),
  restore: (run, command) => run(restoreStory, ref(command)),
  move: (run, command) => run(moveStory, { ...ref(command), category: command.words[1] ?? '' }),
  front: (run, { words, options: { until } }) => {
    const pins = words.map((word) => given({ id: readStoryNumber(word), until }))
    return run(setFrontPins, { pins, expectedIds: null })
  },
  'add-category': (run, { words: [slug = ''], options: { name = '', parent = null } }) =>
    run(addCategory, { slug, name, parent }),
  'rename-category': (run, { words: [slug = ''], options }) =>
    run(renameCategory, { slug, ...given({ name: options.name, newSlug: options.slug }) }),
  'merge-categories': (run, { words: [slug = '', into = ''] }) =>
    run(mergeCategories, { slug, into }),
  'order-categories': (run, { words: slugs, options: { parent = null } }) =>
    run(orderCategories, { parent, slugs }),
}

/** Carries out what was typed. Returns the lines to print: for a refusal the reason, as the newsroom words it. */
export async function runCliCommand(
  command: CliCommand,
  url: string,
): Promise<{ isDone: boolean; lines: string[] }> {
  const db = connectDb(url)
  const now = await databaseNow(db)
  const run: Run = (definition, input) => runCommand(db, terminalActor, definition, input, now)
  try {
    const outcome = await handlers[command.name](run, command)
    if (!outcome.ok) {
      const fields = outcome.fields ? ` (${outcome.fields.join(', ')})` : ''
      return { isDone: false, lines: [`${messages.refusals[outcome.reason]}${fields}`] }
    }
    const isNew = command.name === 'new' && outcome.story
    const made = isNew ? [isNew.id, `/${command.options.category}/${isNew.id}`] : []
    return { isDone: true, lines: made.map(String) }
  } finally {
    await db.$disconnect()
  }
}
