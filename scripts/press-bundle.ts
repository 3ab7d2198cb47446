import { build } from 'esbuild'

/** Where the press lies after a build. */
export const pressBundle = '.next/press.mjs'

/**
 * Makes the press one module that Node runs as it is. With a loader beside it that reads TypeScript, it would start half
 * a second later and hold 50 MB more for as long as it runs. Packages stay where they are.
 */
export async function makePressBundle(root = process.cwd()): Promise<void> {
  await build({
    absWorkingDir: root,
    entryPoints: ['press/main.ts'],
    outfile: pressBundle,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node22',
    logLevel: 'warning',
  })
}
