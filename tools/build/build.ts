import { existsSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { hashFiles, hasStamp, writeStamp } from '../files/stamp'
import { fontFolder, isFontStale, makeFont } from '../headline-font/build-step'
import { generateClient, isClientStale } from '../prisma/generate-client'
import { runProcess } from '../process/child-process'
import { info, type LogLine, step, UserError } from '../terminal/terminal'
import { compressFiles } from './compress-files'
import { makeReaderScript, readerScriptFolder } from './reader-script'
import { makeServerBundle } from './server-bundle'

export type BuildStep = {
  name: string
  /** Leaves the step out when it has nothing to do. */
  isNeeded?: (root: string) => boolean
  /** `progress` takes the latest line of what the step says, to be shown while it lasts. */
  run: (root: string, progress: (line: string) => void) => Promise<void>
  /** Wanted by the development server too, which makes the rest by itself. */
  isForDev?: boolean
  /** Generated files among the sources below (in public/, for example): left out of the hash. */
  outputs?: string[]
}

/** Everything between the sources and a paper that can be served, in order. Add steps here. */
const buildSteps: BuildStep[] = [
  {
    name: 'database client',
    isNeeded: isClientStale,
    run: generateClient,
    outputs: ['lib/db/generated'],
  },
  {
    name: 'headline font',
    isNeeded: isFontStale,
    run: makeFont,
    outputs: [fontFolder],
    isForDev: true,
  },
  { name: 'reader script', run: makeReaderScript, outputs: [readerScriptFolder], isForDev: true },
  { name: 'pages', run: (root, progress) => run(root, progress, ['next', 'build']) },
  // Beside the pages, whose build empties the folder.
  { name: 'server', run: makeServerBundle },
  { name: 'compressed files', run: compressFiles },
]

const sources = [
  'app',
  'components',
  'lib',
  'messages',
  'server',
  'public',
  'prisma/schema.prisma',
  'reader',
  'tools/headline-font',
  'tools/build/reader-script.ts',
  'tools/build/compress-files.ts',
  'tools/build/server-bundle.ts',
  'next.config.ts',
  'tailwind.config.ts',
  'postcss.config.mjs',
  'tsconfig.json',
  'tsconfig.build.json',
  'package-lock.json',
  'tools/build/build.ts',
  'scripts/build.ts',
  '.env',
  '.env.local',
  '.env.production',
  '.env.production.local',
]

/** Whether there is no finished build of these very sources. */
export function isBuildStale(root = process.cwd(), steps = buildSteps): boolean {
  return (
    !existsSync(join(root, '.next/BUILD_ID')) || !hasStamp(stampFile(root), sourceHash(root, steps))
  )
}

/**
 * Runs every step. A build that was cut short leaves no stamp and is made again.
 *
 * @throws UserError that names the step; its output has been printed before
 */
export async function build(
  root = process.cwd(),
  { steps = buildSteps, out = info }: { steps?: BuildStep[]; out?: LogLine } = {},
): Promise<void> {
  rmSync(stampFile(root), { force: true })
  const hash = sourceHash(root, steps)
  await runSteps(root, steps, out)
  writeStamp(stampFile(root), hash)
}

/** Runs the steps that the development server does not do by itself. */
export async function buildForDev(root = process.cwd(), out: LogLine = info): Promise<void> {
  await runSteps(
    root,
    buildSteps.filter(({ isForDev }) => isForDev),
    out,
  )
}

async function runSteps(root: string, steps: BuildStep[], out: LogLine): Promise<void> {
  for (const { name, run, isNeeded } of steps) {
    if (isNeeded && !isNeeded(root)) continue
    await step(`building: ${name}`, (progress) => run(root, progress), { out })
  }
}

/** A build step that is a command of a package: `['next', 'build']`. */
async function run(
  root: string,
  progress: (line: string) => void,
  [name = '', ...args]: string[],
): Promise<void> {
  const file = commandFile(name)
  const { code, signal, output } = await runProcess(process.execPath, [file, ...args], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    onLine: (line) => line.trim() && progress(line.trim()),
  })
  if (code === 0) return
  process.stderr.write(`${output}\n`)
  const cause = signal ? `was ended by ${signal}` : `failed (${code})`
  throw new UserError(`${name} ${args.join(' ')} ${cause}: what it said stands above`)
}

function commandFile(name: string): string {
  const description = createRequire(import.meta.url).resolve(`${name}/package.json`)
  const { bin } = createRequire(import.meta.url)(description) as { bin: Record<string, string> }
  return join(dirname(description), bin[name] ?? '')
}

function sourceHash(root: string, steps: BuildStep[]): string {
  const made = steps.flatMap(({ outputs = [] }) => outputs)
  return hashFiles(
    root,
    sources,
    (path) =>
      /\.test\.tsx?$/.test(path) ||
      made.some((each) => path === each || path.startsWith(`${each}/`)),
  )
}

function stampFile(root: string): string {
  return join(root, '.next/dainik-build')
}
