import { parseSync } from '@swc/core'
import retired from './retired-words.json'

type RetiredWord = { word: string; term: string; in?: 'names' }

/** A retired word where it was found, with the term of docs/glossary.md that replaces it. */
export type RetiredWordFinding = { word: string; term: string; found: string }

const words: RetiredWord[] = retired.words as RetiredWord[]
const allowedNames = Object.keys(retired.allowedNames)
const allowedPhrases = Object.keys(retired.allowedPhrases)

/** " camel case " of `camelCase`, so that a word is found between spaces. */
const spaced = (text: string) =>
  ` ${text
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .split(/[^A-Za-z]+/)
    .filter(Boolean)
    .join(' ')
    .toLowerCase()} `

const findIn = (text: string, found: string, isName: boolean): RetiredWordFinding[] =>
  words
    .filter((entry) => isName || entry.in !== 'names')
    .filter(({ word }) => text.includes(` ${word} `))
    .map(({ word, term }) => ({ word, term, found }))

/** Retired words in identifiers and file names. */
export const findInName = (name: string): RetiredWordFinding[] =>
  allowedNames.includes(name) ? [] : findIn(spaced(name), name, true)

/** Retired words in prose, line by line. */
export const findInProse = (text: string): RetiredWordFinding[] =>
  text.split('\n').flatMap((line) => {
    const rest = allowedPhrases.reduce((left, phrase) => left.replaceAll(phrase, ' '), line)
    return findIn(spaced(rest), line.trim(), false)
  })

/** The identifiers of a TypeScript file that hold a retired word, each once. */
export function retiredIdentifiers(source: string, isTsx: boolean): RetiredWordFinding[] {
  const tokens = new Set(source.match(/[A-Za-z_$][\w$]*/g))
  // Few files hold such a token at all, and it may stand in a string or a comment: only these are parsed.
  const suspects = [...tokens].filter((token) => findInName(token).length > 0)
  if (suspects.length === 0) return []
  const names = new Set<string>()
  const visit = (node: unknown): void => {
    if (node === null || typeof node !== 'object') return
    if ('type' in node && node.type === 'Identifier' && 'value' in node) names.add(`${node.value}`)
    for (const child of Object.values(node)) visit(child)
  }
  visit(parseSync(source, { syntax: 'typescript', tsx: isTsx }))
  return [...names].flatMap(findInName)
}

const stringOrComment =
  /'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`|(\/\/[^\n]*|\/\*[\s\S]*?\*\/)/g

/** The comments of a TypeScript file and the names of its tests. */
export function proseOf(source: string): string {
  const comments = [...source.matchAll(stringOrComment)].map(([, comment = '']) => comment)
  const tests = [
    ...source.matchAll(/\b(?:test|describe)(?:\.\w+)?(?:\([^)]*\))?\(\s*['`]([^'`]*)/g),
  ]
  return [...comments, ...tests.map(([, name = '']) => name)].filter(Boolean).join('\n')
}
