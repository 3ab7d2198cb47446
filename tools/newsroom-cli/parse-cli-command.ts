import type { ParseArgsConfig } from 'node:util'
import { toLatinDigits } from '../../lib/bengali/digits'
import { readArgs } from '../terminal/read-args'

type Options = NonNullable<ParseArgsConfig['options']>

/** The arguments of each command: words in their order (one with … repeats) and options. */
const commandForms = {
  new: {
    words: [],
    needs: ['category', 'headline', 'body'],
    takes: ['kicker', 'standfirst', 'dateline'],
  },
  publish: { words: ['NUMBER'], needs: [], takes: [] },
  schedule: { words: ['NUMBER'], needs: ['at'], takes: ['embargo'] },
  unschedule: { words: ['NUMBER'], needs: [], takes: [] },
  headline: { words: ['NUMBER', 'HEADLINE'], needs: [], takes: [] },
  note: { words: ['NUMBER'], needs: ['kind', 'note'], takes: ['headline'] },
  withdraw: { words: ['NUMBER'], needs: ['reason'], takes: [] },
  restore: { words: ['NUMBER'], needs: [], takes: [] },
  move: { words: ['NUMBER', 'CATEGORY'], needs: [], takes: [] },
  front: { words: ['NUMBER…'], needs: [], takes: ['until'] },
  'add-category': { words: ['SLUG'], needs: ['name'], takes: ['parent'] },
  'rename-category': { words: ['CATEGORY'], needs: [], takes: ['name', 'slug'] },
  'merge-categories': { words: ['CATEGORY', 'INTO'], needs: [], takes: [] },
  'order-categories': { words: ['CATEGORY…'], needs: [], takes: ['parent'] },
} as const satisfies Record<string, { words: string[]; needs: string[]; takes: string[] }>

export type CliCommandName = keyof typeof commandForms

/** A command as it was typed. */
export type CliCommand = { name: CliCommandName; words: string[]; options: Record<string, string> }

/** The placeholder of an option's value in the usage text, where it is no plain text. */
const valueHints: Record<string, string> = {
  at: '"২০ মে ২০২৬, ০৮:০২ পিএম"',
  embargo: 'STAMP',
  until: 'STAMP',
  kind: 'correction|update',
  body: 'FILE',
  category: 'CATEGORY',
  slug: 'NEW-SLUG',
  parent: 'CATEGORY',
}

const usageOf = ([name, { words, needs, takes }]: [
  string,
  (typeof commandForms)[CliCommandName],
]) =>
  [
    `  ${name}`,
    ...words,
    ...needs.map((option) => `--${option} ${valueHints[option] ?? '"…"'}`),
    ...takes.map((option) => `[--${option} ${valueHints[option] ?? '"…"'}]`),
  ].join(' ')

export const usage = [
  'usage: npm run newsroom -- COMMAND …',
  ...(
    Object.entries(commandForms) as [CliCommandName, (typeof commandForms)[CliCommandName]][]
  ).map(usageOf),
].join('\n')

const isName = (name: string | undefined): name is CliCommandName =>
  name !== undefined && Object.hasOwn(commandForms, name)

/** Reads what was typed; null where it is no command or lacks something. */
export function parseCliCommand(args: string[]): CliCommand | null {
  const [name, ...rest] = args
  if (!isName(name)) return null
  const { words, needs, takes } = commandForms[name]
  const named: Options = Object.fromEntries(
    [...needs, ...takes].map((option) => [option, { type: 'string' }]),
  )
  const read = readArgs({ args: rest, options: named, allowPositionals: true })
  if (!read) return null
  const options = read.values as Record<string, string>
  const isWhole = needs.every((option) => options[option] !== undefined)
  const isCounted =
    words.some((word) => word.endsWith('…')) || read.positionals.length === words.length
  return isWhole && isCounted ? { name, words: read.positionals, options } : null
}

/** The number that was typed, in Bengali digits or Latin; 0, which no story has, for anything else. */
export function readStoryNumber(word: string | undefined): number {
  const digits = toLatinDigits(word ?? '')
  return /^\d+$/.test(digits) ? Number(digits) : 0
}
