import { execFileSync } from 'node:child_process'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { topLevel } from '../../.dependency-cruiser.mjs'
import packageFile from '../../package.json'
import { proseOf } from '../checks/retired-words'

const tracked = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { encoding: 'utf8' })
  .split('\n')
  .filter((path) => path !== '' && existsSync(path))
const read = (path: string) => readFileSync(path, 'utf8')
const documents = tracked.filter((path) => /^[^/]+\.md$|^docs\/.*\.md$/.test(path))
const current = documents.filter((path) => !path.startsWith('docs/decisions/'))

/** Every word of the code, settings and configuration. */
const words = new Set(
  tracked
    .filter((path) =>
      /\.(?:tsx?|mjs|prisma|sql|vcl|ya?ml|service|conf|json|css)$|^\.env/.test(path),
    )
    .flatMap((path) => read(path).match(/[\w$]+/g) ?? []),
)

const inCode = (text: string) =>
  [...text.replaceAll(/```[\s\S]*?```/g, '').matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code)

/** `server/page-cache`, `lib/articles/workflow.ts`; with a part that varies (`<kind>`, `{a,b}`) the folder before it. */
function pathIn(code: string): string | null {
  const [path = ''] = code.replace(/:\d+$/, '').split(/[<{…]|YYYY/)
  const known = [...topLevel, 'deploy', 'docs', 'messages', 'public']
  if (!known.some((folder) => path.startsWith(`${folder}/`)) || /\s/.test(path)) return null
  return path === code ? path : dirname(`${path}x`)
}

test.each(documents)('%s names files that exist', (document) => {
  const text = read(document)
  const links = [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)[^)]*\)/g)].map(
    ([, to = '']) => join(dirname(document), to),
  )
  const paths = inCode(text).flatMap((code) => pathIn(code) ?? [])
  const fileNames = inCode(text).filter((code) => /^[\w.-]+\.(?:tsx?|mjs|vcl|sql)$/.test(code))
  const isKnown = (name: string) =>
    tracked.some((path) => path === name || path.endsWith(`/${name}`))

  const isThere = (path: string) => existsSync(path) || globSync(path).length > 0

  expect([...links, ...paths].filter((path) => !isThere(path))).toEqual([])
  expect(fileNames.filter((name) => !isKnown(name))).toEqual([])
})

test.each(documents)('%s names npm scripts that exist', (document) => {
  const scripts = [...read(document).matchAll(/npm run ([\w:-]+)/g)].map(
    ([, script = '']) => script,
  )

  expect(scripts.filter((script) => !(script in packageFile.scripts))).toEqual([])
})

test.each(current)('%s names identifiers and settings that exist', (document) => {
  const names = inCode(read(document)).flatMap((code) => {
    const [, name] = /^([A-Za-z_$][\w$]*)(?:\(.*\)|=.*)?$/.exec(code) ?? []
    return name && /[a-z][A-Z]|^[A-Z][a-z]|_|\(/.test(code) ? [name] : []
  })

  expect(names.filter((name) => !words.has(name))).toEqual([])
})

test('comments name files that exist', () => {
  const sources = tracked.filter((path) => /\.(?:tsx?|mjs|prisma)$/.test(path))
  const missing = sources.flatMap((source) => {
    const text = source.endsWith('.prisma') ? read(source) : proseOf(read(source))
    const paths =
      text.match(
        /\b(?:app|bench|components|deploy|docs|e2e|lib|prisma|reader|scripts|server|tools)\/[\w()[\]/.-]+\.(?:tsx?|mjs|md|vcl|sql|txt)\b/g,
      ) ?? []
    return paths.filter((path) => !existsSync(path)).map((path) => `${source}: ${path}`)
  })

  expect(missing).toEqual([])
})
