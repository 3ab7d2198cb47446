import { warn } from '../terminal/terminal'
import { commandSucceeds, installPackages } from './chromium'

/** Programs of Debian's that tests run for real, and the package each is in. */
const services = [
  { program: 'redis-server', args: ['--version'], packages: ['redis-server'] },
  { program: 'varnishd', args: ['-V'], packages: ['varnish', 'varnish-modules'] },
]

/** Sees to a real Redis and a real Varnish where we may install them; the tests that need them say so otherwise. */
export async function ensureTestServices(): Promise<void> {
  const missing = []
  for (const service of services)
    if (!(await commandSucceeds(service.program, service.args))) missing.push(service)
  if (missing.length === 0) return
  await installPackages(
    'Redis and Varnish for the tests',
    missing.flatMap((service) => service.packages),
  )
  for (const { program, args, packages } of missing) {
    if (await commandSucceeds(program, args)) continue
    warn(`take note: tests that need ${program} will fail: install ${packages.join(' ')}`)
  }
}
