import { existsSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { runCommand } from './command'
import { compressFiles } from './compress-files'
import { generateClient, isClientStale } from './generate'
import { faceFolder, isFaceStale, makeFace } from './headline-face/step'
import { program } from './interrupt'
import { makePressBundle } from './press-bundle'
import { makeReaderScript, readerFolder } from './reader-script'
import { hashFiles, hasStamp, writeStamp } from './stamp'
import { type Say, say, step, Trouble } from './terminal'

export type BuildStep = {
  name: string
  /** Leaves the step out when it has nothing to do. */
  isNeeded?: (root: string) => boolean
  /** `progress` takes the latest line of what the step says, to be shown while it lasts. */
  run: (root: string, progress: (line: string) => void) => Promise<void>
  /** Wanted by the development server too, which makes the rest by itself. */
  isForDev?: boolean
  /** What it writes among the sources below (a generated file in public/): no source itself. */
  makes?: string[]
}

/** Everything between the sources and a paper that can be served, in order. Add steps here. */
export const buildSteps: BuildStep[] = [
  {
    name: 'database client',
    isNeeded: isClientStale,
    run: generateClient,
    makes: ['lib/db/generated'],
  },
  {
    name: 'headline face',
    isNeeded: isFaceStale,
    run: makeFace,
    makes: [faceFolder],
    isForDev: true,
  },
  { name: "readers' script", run: makeReaderScript, makes: [readerFolder], isForDev: true },
  { name: 'pages', run: (root, progress) => run(root, progress, ['next', 'build']) },
  // Beside the pages, whose build empties the folder.
  { name: 'press', run: makePressBundle },
  { name: 'compressed files', run: compressFiles },
]

const sources = [
  ...['app', 'components', 'lib', 'messages', 'press', 'public', 'prisma/schema.prisma'],
  ...['reader', 'scripts/headline-face', 'scripts/reader-script.ts', 'scripts/compress-files.ts'],
  'scripts/press-bundle.ts',
  ...['next.config.ts', 'tailwind.config.ts', 'postcss.config.mjs', 'tsconfig.json'],
  ...['package-lock.json', 'scripts/build.ts'],
  ...['.env', '.env.local', '.env.production', '.env.production.local'],
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
 * @throws Trouble that names the step; what it said has been printed before
 */
export async function build(
  root = process.cwd(),
  { steps = buildSteps, out = say }: { steps?: BuildStep[]; out?: Say } = {},
): Promise<void> {
  rmSync(stampFile(root), { force: true })
  const hash = sourceHash(root, steps)
  await takeSteps(root, steps, out)
  writeStamp(stampFile(root), hash)
}

/** What the development server does not make by itself. */
export async function buildForDev(root = process.cwd(), out: Say = say): Promise<void> {
  await takeSteps(
    root,
    buildSteps.filter(({ isForDev }) => isForDev),
    out,
  )
}

async function takeSteps(root: string, steps: BuildStep[], out: Say): Promise<void> {
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
  const { code, signal, output } = await runCommand(process.execPath, [file, ...args], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
    onLine: (line) => line.trim() && progress(line.trim()),
  })
  if (code === 0) return
  process.stderr.write(`${output}\n`)
  const cause = signal ? `was ended by ${signal}` : `failed (${code})`
  throw new Trouble(`${name} ${args.join(' ')} ${cause}: what it said stands above`)
}

function commandFile(name: string): string {
  const description = createRequire(import.meta.url).resolve(`${name}/package.json`)
  const { bin } = createRequire(import.meta.url)(description) as { bin: Record<string, string> }
  return join(dirname(description), bin[name] ?? '')
}

function sourceHash(root: string, steps: BuildStep[]): string {
  const made = steps.flatMap(({ makes = [] }) => makes)
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

program(import.meta.url, () => build())
