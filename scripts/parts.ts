import { answers, installPackages } from './browser'
import { complain } from './terminal'

/** Programs of Debian's that tests run for real, and the package each is in. */
const parts = [
  { program: 'redis-server', args: ['--version'], packages: ['redis-server'] },
  { program: 'varnishd', args: ['-V'], packages: ['varnish', 'varnish-modules'] },
]

/** Sees to a real Redis and a real Varnish where we may install them; the tests that need them say so otherwise. */
export async function seeToParts(): Promise<void> {
  const missing = []
  for (const part of parts) if (!(await answers(part.program, part.args))) missing.push(part)
  if (missing.length === 0) return
  await installPackages(
    'Redis and Varnish for the tests',
    missing.flatMap((part) => part.packages),
  )
  for (const { program, args, packages } of missing) {
    if (await answers(program, args)) continue
    complain(`take note: tests that need ${program} will fail: install ${packages.join(' ')}`)
  }
}
