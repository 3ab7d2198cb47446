import { parseArgs } from 'node:util'
import { UserError } from '../tools/terminal/terminal'

/** @throws UserError when the text is no whole number from 1 */
export function wholeNumber(text: string, name: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text)
  throw new UserError(`${name} must be a whole number from 1, and ${text} is not`)
}

/**
 * The options of a bench, which are whole numbers, with their defaults.
 * @param positional the one that may also stand alone
 * @throws UserError when one is no whole number
 */
export function readNumbers<Name extends string>(
  defaults: Record<Name, number>,
  positional?: NoInfer<Name>,
): Record<Name, number> {
  const entries = Object.entries<number>(defaults)
  const { values, positionals } = parseArgs({
    options: Object.fromEntries(entries.map(([name]) => [name, { type: 'string' }] as const)),
    allowPositionals: positional !== undefined,
  })
  const [first] = positionals
  const given = { ...values, ...(positional && first !== undefined && { [positional]: first }) }
  const numbers = entries.map(([name, usual]) => [
    name,
    wholeNumber(String(given[name] ?? usual), name),
  ])
  return Object.fromEntries(numbers) as Record<Name, number>
}
