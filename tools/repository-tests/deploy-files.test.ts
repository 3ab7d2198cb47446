import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const read = (path: string) => readFileSync(join(root, path), 'utf8')

const settings = new Set(
  [...read('lib/env.ts').matchAll(/^ {2}([A-Z][A-Z_]+): z/gm)].map(([, name]) => name ?? ''),
)
/** Names that are set but that the app does not read. */
const unknown = (names: string[]) => names.filter((name) => !settings.has(name))

type Line = { section: string; key: string; value: string }

const appUnits = ['dainik-worker.service', 'dainik.service', 'dainik@.service']
const unitFolder = 'deploy/systemd'
const units = readdirSync(join(root, unitFolder), { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(?:service|conf)$/.test(name))
  .toSorted()

/** @throws Error that shows the first line which is neither a section, a setting nor a remark */
function linesOf(unit: string): Line[] {
  const lines: Line[] = []
  let section = ''
  for (const line of read(`${unitFolder}/${unit}`).split('\n')) {
    const [, opened] = /^\[(\w+)\]$/.exec(line) ?? []
    const [, key = '', value = ''] = /^([A-Z]\w+)=(.*)$/.exec(line) ?? []
    if (opened) section = opened
    else if (key) lines.push({ section, key, value })
    else if (line !== '' && !line.startsWith('#')) throw new Error(`${unit}: ${line}`)
  }
  return lines
}

const valuesOf = (unit: string, key: string) =>
  linesOf(unit).flatMap((line) => (line.key === key ? [line.value] : []))

describe('systemd units', () => {
  test('are the three of the app and the drop-in of Varnish', () => {
    expect(units).toEqual([...appUnits, 'varnish.service.d/dainik.conf'])
  })

  test.each(units)('%s holds settings in the sections they belong to', (unit) => {
    const lines = linesOf(unit)

    expect(lines.length).toBeGreaterThan(5)
    expect(lines.filter(({ section }) => !/^(?:Unit|Service|Install)$/.test(section))).toEqual([])
  })

  test.each(units)('%s sets nothing that the app does not read', (unit) => {
    const names = valuesOf(unit, 'Environment').map((value) => value.split('=')[0] ?? '')

    expect(unknown(names)).toEqual([])
  })

  test.each(appUnits)('%s runs what is there', (unit) => {
    const [command = ''] = valuesOf(unit, 'ExecStart')
    const [program = '', script = ''] = [command.split(' ').at(0), command.split(' ').at(-1)]

    expect(valuesOf(unit, 'WorkingDirectory')).toEqual(['/srv/dainik'])
    expect(existsSync(join(root, program.replace('/srv/dainik/', '')))).toBe(true)
    expect(existsSync(join(root, script))).toBe(true)
  })

  test.each(appUnits)('%s may do little and is kept up', (unit) => {
    expect(linesOf(unit).map(({ key, value }) => `${key}=${value}`)).toEqual(
      expect.arrayContaining([
        'User=dainik',
        'NoNewPrivileges=yes',
        'ProtectSystem=strict',
        'CapabilityBoundingSet=',
        'Restart=always',
        'TimeoutStopSec=30',
      ]),
    )
    expect(valuesOf(unit, 'MemoryMax')).toHaveLength(1)
  })
})

describe('compose', () => {
  const compose = read('deploy/compose.yaml')
  const services = compose.slice(compose.indexOf('\nservices:'))
  const app = compose.slice(compose.indexOf('x-app:'), compose.indexOf('\nservices:'))
  const keysOf = (text: string) => [...text.matchAll(/^ +([A-Z][A-Z_]+):/gm)].map(([, key]) => key)

  test('sets nothing for the app that it does not read', () => {
    const names = keysOf(app).map(String)

    expect(names).toContain('DATABASE_URL')
    expect(unknown(names)).toEqual([])
  })

  test('has no default password: without one it does not start', () => {
    const secrets = [...compose.matchAll(/\$\{((?:\w+_)?(?:PASSWORD|TOKEN|SECRET)\b[^}]*)\}/g)]

    expect(secrets.length).toBeGreaterThanOrEqual(4)
    expect(secrets.filter(([, inside]) => !/^\w+:\?/.test(inside ?? ''))).toEqual([])
    expect(compose).not.toMatch(/^ *\w*(?:PASSWORD|TOKEN|SECRET): *[^\s$]/m)
  })

  test('runs the worker beside instances without one', () => {
    const [, command = ''] = /worker:\n.*\n +command: \[(.*)\]/.exec(services) ?? []

    expect(command.split(', ').at(-1)).toBe('scripts/worker.ts')
    expect(existsSync(join(root, 'scripts/worker.ts'))).toBe(true)
    expect(app).toMatch(/WORKER: \$\{WORKER:-off\}/)
  })

  test('gives every instance its own address, and the edge all of them', () => {
    const addresses = [...services.matchAll(/ipv4_address: (\S+)/g)].map(([, address]) => address)
    const [, instances = ''] = /INSTANCES: (.*)/.exec(services) ?? []

    expect(new Set(addresses).size).toBe(2)
    expect(instances.split(' ')).toEqual(addresses.map((address) => `${address}:3000`))
  })

  test('builds from files that are there', () => {
    const dockerfiles = ['deploy/Dockerfile', 'deploy/varnish/Dockerfile']
    const copied = [...read('deploy/varnish/Dockerfile').matchAll(/^COPY (.*) \S+$/gm)].flatMap(
      ([, files = '']) => files.split(' '),
    )

    expect(dockerfiles.filter((path) => !existsSync(join(root, path)))).toEqual([])
    expect(copied).toEqual(['default.vcl', 'instances.sh'])
    expect(copied.filter((file) => !existsSync(join(root, 'deploy/varnish', file)))).toEqual([])
  })
})

describe('the image', () => {
  const dockerfile = read('deploy/Dockerfile')

  test('sets nothing that the app does not read', () => {
    const names = [...dockerfile.matchAll(/^ENV (.*)$/gm)].flatMap(([, line = '']) =>
      line.split(' ').map((pair) => pair.split('=')[0] ?? ''),
    )

    expect(names).toContain('DAINIK_DATA_DIR')
    expect(unknown(names)).toEqual([])
  })

  test('is made in two stages on one Node, which the package of the same name agrees with', () => {
    const bases = [...dockerfile.matchAll(/^FROM (\S+)/gm)].map(([, base]) => base)
    const { dependencies } = JSON.parse(read('package.json')) as {
      dependencies: Record<string, string>
    }

    expect(bases).toEqual(['node:24-bookworm-slim', 'node:24-bookworm-slim'])
    expect(dependencies.node).toMatch(/^24\./)
  })

  test('runs as an account without rights, the script that there is', () => {
    const [, command = '[]'] = /^CMD (.*)$/m.exec(dockerfile) ?? []

    expect(dockerfile).toMatch(/^USER node$/m)
    expect(existsSync(join(root, (JSON.parse(command) as string[]).at(-1) ?? ''))).toBe(true)
  })

  test('takes no secret and no data in', () => {
    const leftOut = read('deploy/Dockerfile.dockerignore').split('\n')

    expect(leftOut).toEqual(expect.arrayContaining(['.env', '.env.*', '.data*', '.git']))
  })
})
