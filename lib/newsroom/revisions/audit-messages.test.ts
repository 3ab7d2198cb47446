import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { noteInput } from '@/lib/newsroom/draft/input'
import messages from '@/messages/bn.json'

const lib = join(import.meta.dirname, '../..')
const { commands, reasons } = messages.newsroomTrail

const read = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.includes('.test.'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))

/** The commands that write a story, as they stand. */
const sources = ['articles', 'newsroom', 'photocards'].flatMap((folder) => read(join(lib, folder)))
/** What brings stories in from elsewhere writes their first revision. Of a refusal's reason it says more than a word. */
const importSources = [
  readFileSync(join(lib, 'import/commands.ts'), 'utf8'),
  readFileSync(join(lib, '../prisma/seed/load-sample-paper.ts'), 'utf8'),
]

const wordsOf = (pattern: RegExp, texts: string[]) => [
  ...new Set(texts.flatMap((text) => [...text.matchAll(pattern)].map(([, word]) => word ?? ''))),
]

// One command each; those that skip the audit leave no entry.
const commandCalls = sources.flatMap((text) => text.split(/defineCommand(?:<[^(]*>)?\(/).slice(1))
const auditedCalls = commandCalls.filter((text) => !text.includes('skipsAudit: true'))
const auditedCommands = wordsOf(/\bname: '(\w+)'/g, auditedCalls)
// Of a reason that is one of two, both.
const reasonLines = sources.flatMap((text) => text.match(/\breason: .*/g) ?? [])
const usedReasons = wordsOf(/['`](\w+)/g, reasonLines)
const importedReasons = wordsOf(/\breason: '([^']+)'/g, importSources)

describe('every word of a story’s trail and revisions is Bengali', () => {
  test.each(auditedCommands)('the command %s', (command) => {
    expect(commands).toHaveProperty(command)
  })

  const writtenReasons = [...usedReasons, ...importedReasons, ...noteInput.shape.kind.options]
  test.each(writtenReasons)('the reason %s', (reason) => {
    expect(reasons).toHaveProperty([reason])
  })

  test('is found where commands say it', () => {
    expect(auditedCommands).toEqual(
      expect.arrayContaining(['newStory', 'publishStory', 'takeOverLock']),
    )
    expect(usedReasons).toEqual(
      expect.arrayContaining(['drafted', 'withdrawn', 'embargoed', 'embargoLifted']),
    )
    expect(importedReasons).toEqual(['import', 'sample paper'])
  })
})
