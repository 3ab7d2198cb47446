import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Which folder may import from which. Tests are not looked at: they may use everything.
 * tools/repository-tests/walls.test.ts runs the rules in `npm test` and plants a violation of each.
 *
 * @see docs/decisions/022-standard-terms-and-walls.md
 */

/**
 * The floors of lib/, lowest first. A file imports from its own floor and from floors below, never from above.
 * A new folder of lib/ needs a place here.
 */
export const floors = [
  // Rules of the language, of addresses and of settings: no I/O.
  ['bengali', 'clock.ts', 'env.ts', 'i18n', 'invalidation/cache-tags.ts', 'outcome.ts', 'urls'],
  // Ways to the database, to the page cache and to HTTP; what a story consists of.
  [
    'log.ts',
    'content-model',
    'db',
    'email.ts',
    'http',
    'invalidation',
    'public-lists',
    'render-context',
    'search-index',
  ],
  // Users and permissions.
  ['auth'],
  // How a command is run; what all forms of readers have in common.
  ['commands', 'reader-forms'],
  // The subjects: noun.ts, queries.ts, commands.ts, input.ts.
  [
    'articles',
    'categories',
    'media',
    'paper',
    'queue',
    'redirects',
    'reports',
    'search',
    'taxonomy',
    'users',
  ],
  // Pages, feeds, cards and sitemaps made of stories.
  ['cards', 'feeds', 'front', 'photocards', 'seo'],
  // The newsroom, the import and the parts of the worker.
  ['import', 'newsroom', 'notifications', 'publication-check', 'scheduler'],
  ['worker'],
]

/** The folders of lib/ that the server may import: none has a rule of the newsroom. */
const serverMayImport = [
  'bengali',
  'clock.ts',
  'log.ts',
  'env.ts',
  'http',
  'invalidation',
  'render-context',
  'urls',
]

export const topLevel = [
  'app',
  'bench',
  'components',
  'e2e',
  'lib',
  'prisma',
  'reader',
  'scripts',
  'server',
  'tools',
]

/** The top-level folders that each may import, beside itself. */
const mayImport = {
  app: ['components', 'lib'],
  components: ['lib'],
  lib: [],
  server: ['lib'],
  reader: [],
  prisma: ['lib'],
  tools: ['lib', 'prisma', 'server'],
  scripts: ['lib', 'tools'],
  bench: ['lib', 'tools'],
}

const oneOf = (names) => `(?:${names.map((name) => name.replaceAll('.', '\\.')).join('|')})`
const inside = (folder, names = []) =>
  names.length === 0 ? `^${folder}/` : `^${folder}/${oneOf(names)}(?:/|$)`

const topLevelRules = Object.entries(mayImport).map(([folder, others]) => ({
  name: `${folder}-imports-${others.join('-') || 'nothing-else'}`,
  from: { path: inside(folder) },
  to: { path: `^${oneOf(topLevel.filter((name) => name !== folder && !others.includes(name)))}/` },
}))

const floorRules = floors.slice(0, -1).map((rooms, index) => ({
  name: `lib-floor-${index + 1}-imports-nothing-above`,
  from: { path: inside('lib', rooms) },
  to: { path: '^lib/', pathNot: inside('lib', floors.slice(0, index + 1).flat()) },
}))

const subjects = floors[4]

/** Files that the bundler refuses in a browser: queries, commands and what they need. */
const serverOnlyFiles = readdirSync('lib', { recursive: true, encoding: 'utf8' })
  .map((path) => join('lib', path))
  .filter((path) => path.endsWith('.ts') && !path.startsWith('lib/db/generated/'))
  .filter((path) => readFileSync(path, 'utf8').includes("import 'server-only'"))

/** @type {import('dependency-cruiser').IForbiddenRuleType[]} */
export const forbidden = [
  ...topLevelRules,
  ...floorRules,
  {
    name: 'lib-floor-1-does-no-io',
    from: { path: inside('lib', floors[0]) },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'server-knows-no-newsroom-rule',
    from: { path: '^server/' },
    to: { path: '^lib/', pathNot: inside('lib', serverMayImport) },
  },
  {
    name: 'components-import-types-and-pure-rules',
    from: { path: '^components/' },
    to: {
      path: [
        '^lib/.*(?:queries|commands)\\.ts$',
        '^lib/(?:db|env\\.ts)',
        ...serverOnlyFiles.map((path) => `^${path.replaceAll('.', '\\.')}$`),
      ],
      dependencyTypesNot: ['type-only'],
    },
  },
  {
    name: 'reader-components-know-no-newsroom',
    from: { path: '^components/(?!newsroom/)' },
    to: { path: '^components/newsroom/' },
  },
  {
    name: 'kit-knows-no-part-of-the-paper',
    from: { path: '^components/ui/' },
    to: { path: ['^components/(?!ui/)', '^lib/newsroom/'] },
  },
  {
    name: 'readers-get-no-script-of-the-kit',
    from: { path: ['^app/\\(reader\\)/', '^components/(?!newsroom/|ui/)'] },
    to: { path: '^components/ui/.*\\.client\\.tsx$', reachable: true },
  },
  {
    name: 'subjects-share-no-commands',
    from: { path: `^lib/(${oneOf(subjects)})/` },
    to: { path: '^lib/.*commands\\.ts$', pathNot: '^lib/$1/' },
  },
  {
    name: 'tools-import-the-server-only-to-test-it',
    from: { path: '^tools/', pathNot: '^tools/(?:test-harness/|database/wait-for-acks\\.ts$)' },
    to: { path: '^server/' },
  },
  { name: 'no-file-circles', from: {}, to: { circular: true } },
  {
    name: 'no-folder-circles',
    scope: 'folder',
    from: { path: ['^lib/[^/]+$', '^(?:server|tools)/'] },
    to: { circular: true },
  },
  {
    name: 'no-folder-circles-at-the-top',
    scope: 'folder',
    from: { path: '^[^/]+$' },
    to: { circular: true },
  },
]
