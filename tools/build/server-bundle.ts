import { build } from 'esbuild'

/** Where the server lies after a build. */
export const serverBundle = '.next/server.mjs'

/**
 * Makes the server one module that Node runs as it is. With a loader beside it that reads TypeScript, it would start half
 * a second later and hold 50 MB more for as long as it runs. Packages stay where they are.
 */
export async function makeServerBundle(root = process.cwd()): Promise<void> {
  await build({
    absWorkingDir: root,
    entryPoints: ['server/main.ts'],
    outfile: serverBundle,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node22',
    logLevel: 'warning',
  })
}
