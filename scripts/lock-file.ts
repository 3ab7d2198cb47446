import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * `npm run lock`: brings package-lock.json up to date with package.json and completes it; versions that are locked
 * stay. npm leaves out of the lock the binaries of platforms that its registry does not hold (or that an earlier
 * node_modules lacks), and `npm ci` then refuses the lock on every platform. Their names tell the system they are for,
 * so they are entered as optional packages.
 */
type Entry = {
  version?: string
  dev?: boolean
  optional?: boolean
  os?: string[]
  cpu?: string[]
  optionalDependencies?: Record<string, string>
}
type Lock = { packages: Record<string, Entry> }

const systems = ['android', 'darwin', 'freebsd', 'linux', 'win32', 'openharmony']
const processors = ['arm64', 'x64', 'arm', 'ia32', 'ppc64', 's390x', 'riscv64', 'wasm32', 'loong64']

function platformOf(name: string): Pick<Entry, 'os' | 'cpu'> | null {
  const words = name.split(/[-/]/)
  const os = systems.find((system) => words.includes(system))
  const cpu = processors.find((processor) => words.includes(processor))
  return os || cpu ? { ...(os && { os: [os] }), ...(cpu && { cpu: [cpu] }) } : null
}

/** The lock with every optional binary of a platform entered. Exact versions only: a range says nothing. */
export function completeLock(lock: Lock): Lock {
  const packages = { ...lock.packages }
  for (const { dev, optionalDependencies = {} } of Object.values(lock.packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      const place = `node_modules/${name}`
      const platform = platformOf(name)
      if (packages[place] || !platform || !/^\d/.test(version)) continue
      packages[place] = { version, ...(dev && { dev }), ...platform, optional: true }
    }
  }
  return { ...lock, packages }
}

if (process.argv[1]?.endsWith('lock-file.ts')) {
  const folder = mkdtempSync(join(tmpdir(), 'dainik-lock-'))
  try {
    for (const name of ['package.json', 'package-lock.json']) copyFileSync(name, join(folder, name))
    execFileSync('npm', ['install', '--package-lock-only'], { cwd: folder, stdio: 'inherit' })
    const made = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8')) as Lock
    writeFileSync('package-lock.json', `${JSON.stringify(completeLock(made), null, 2)}\n`)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
