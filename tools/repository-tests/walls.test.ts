import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { floors, forbidden, topLevel } from '../../.dependency-cruiser.mjs'
import { cruiseImports, type Violation } from './cruise-imports'

const root = fileURLToPath(new URL('../..', import.meta.url))

const importing = (path: string) => `import '@/${path}'\n`

/** For each rule files that break it; the first is where the violation is reported. */
const planted: Record<string, Record<string, string>> = {
  'app-imports-components-lib': { 'app/planted.ts': importing('server/main') },
  'components-imports-lib': {
    'components/planted.tsx': importing('app/layout-planted'),
    'app/layout-planted.tsx': '',
  },
  'lib-imports-nothing-else': {
    'lib/articles/planted-up.ts': importing('components/ui/planted'),
    'components/ui/planted.tsx': '',
  },
  'server-imports-lib': { 'server/planted-tools.ts': importing('tools/terminal/terminal') },
  'reader-imports-nothing-else': { 'reader/planted.ts': importing('lib/bengali/digits') },
  'prisma-imports-lib': { 'prisma/seed/planted.ts': importing('tools/terminal/terminal') },
  'tools-imports-lib-prisma-server': { 'tools/planted.ts': importing('scripts/start') },
  'scripts-imports-lib-tools': {
    'scripts/planted.ts': importing('bench/planted-by-script'),
    'bench/planted-by-script.ts': '',
  },
  'bench-imports-lib-tools': {
    'bench/planted.ts': importing('components/planted-by-bench'),
    'components/planted-by-bench.tsx': '',
  },
  'lib-floor-1-imports-nothing-above': {
    'lib/bengali/planted.ts': importing('lib/content-model/body'),
  },
  'lib-floor-2-imports-nothing-above': {
    'lib/content-model/planted.ts': "import type { Planted } from '@/lib/auth/planted'\n",
    'lib/auth/planted.ts': 'export type Planted = string\n',
  },
  'lib-floor-3-imports-nothing-above': { 'lib/auth/planted-up.ts': importing('lib/users/queries') },
  'lib-floor-4-imports-nothing-above': {
    'lib/commands/planted.ts': importing('lib/users/queries'),
  },
  'lib-floor-5-imports-nothing-above': {
    'lib/articles/planted-front.ts': importing('lib/front/queries'),
  },
  'lib-floor-6-imports-nothing-above': {
    'lib/feeds/planted.ts': importing('lib/scheduler/scheduler'),
  },
  'lib-floor-7-imports-nothing-above': {
    'lib/scheduler/planted.ts': importing('lib/worker/worker'),
  },
  'lib-floor-1-does-no-io': { 'lib/bengali/planted-io.ts': "import 'node:fs'\n" },
  'server-knows-no-newsroom-rule': { 'server/http/planted.ts': importing('lib/articles/workflow') },
  'components-import-types-and-pure-rules': {
    'components/site/planted.tsx': importing('lib/articles/save-story'),
  },
  'reader-components-know-no-newsroom': {
    'components/site/planted-newsroom.tsx': importing('components/newsroom/planted'),
    'components/newsroom/planted.tsx': '',
  },
  'kit-knows-no-part-of-the-paper': {
    'components/ui/planted-kit.tsx': importing('components/site/planted-part'),
    'components/site/planted-part.tsx': '',
  },
  'readers-get-no-script-of-the-kit': {
    'components/site/planted-dialog.tsx': importing('components/ui/planted-frame'),
    'components/ui/planted-frame.tsx': importing('components/ui/planted.client'),
    'components/ui/planted.client.tsx': '',
  },
  'subjects-share-no-commands': {
    'lib/media/planted.ts': importing('lib/articles/draft-commands'),
  },
  'tools-import-the-server-only-to-test-it': {
    'tools/launcher/planted.ts': importing('server/main'),
  },
  'no-file-circles': {
    'lib/urls/planted-a.ts': "import './planted-b'\n",
    'lib/urls/planted-b.ts': "import './planted-a'\n",
  },
  'no-folder-circles': {
    'lib/planted-a/one.ts': importing('lib/planted-b/one'),
    'lib/planted-b/one.ts': '',
    'lib/planted-b/two.ts': importing('lib/planted-a/two'),
    'lib/planted-a/two.ts': '',
  },
  'no-folder-circles-at-the-top': {
    'lib/planted-top.ts': importing('prisma/planted'),
    'prisma/planted.ts': '',
  },
}

let scratch: string
let found: Violation[]

beforeAll(async () => {
  scratch = mkdtempSync(join(tmpdir(), 'dainik-walls-'))
  for (const folder of topLevel)
    cpSync(join(root, folder), join(scratch, folder), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(scratch, 'node_modules'))
  for (const [path, text] of Object.values(planted).flatMap((files) => Object.entries(files))) {
    mkdirSync(dirname(join(scratch, path)), { recursive: true })
    writeFileSync(join(scratch, path), text)
  }
  found = await cruiseImports(scratch)
})

afterAll(() => rmSync(scratch, { recursive: true, force: true }))

test('no import breaks a rule', async () => {
  expect(await cruiseImports(root)).toEqual([])
})

test('every folder of lib has its floor', () => {
  const rooms = readdirSync(join(root, 'lib')).filter((name) => !name.endsWith('.test.ts'))
  const placed = floors.flat()

  expect(rooms.filter((name) => !placed.includes(name))).toEqual([])
})

test('every rule has a planted violation', () => {
  expect(Object.keys(planted).toSorted()).toEqual(forbidden.map(({ name }) => name).toSorted())
})

test.each(forbidden.map(({ name }) => name))('%s refuses a planted violation', (name = '') => {
  const files = Object.keys(planted[name] ?? {})
  const reported = found.filter(({ rule }) => rule === name).map(({ from }) => from)
  const isPlanted = (from: string) =>
    files.some((path) => path === from || path.startsWith(`${from}/`))

  expect(reported.some(isPlanted)).toBe(true)
})
