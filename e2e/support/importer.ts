import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export type ImportRun = { code: number; output: string }

const importer = ['--import', 'tsx', '--conditions=react-server', 'scripts/import.ts']

function runImporter(file: string): Promise<ImportRun> {
  return new Promise((resolve) => {
    execFile(process.execPath, [...importer, file], (error, stdout, stderr) => {
      // An exit status that is not 0 comes as an error with that code.
      resolve({ code: error ? Number(error.code) : 0, output: `${stdout}${stderr}` })
    })
  })
}

/** Runs `npm run import` on a file of that name and content, as an operator would. */
export async function importFile(name: string, content: string | Buffer): Promise<ImportRun> {
  const folder = await mkdtemp(join(tmpdir(), 'dainik-import-'))
  try {
    const file = join(folder, name)
    await writeFile(file, content)
    return await runImporter(file)
  } finally {
    await rm(folder, { recursive: true })
  }
}
