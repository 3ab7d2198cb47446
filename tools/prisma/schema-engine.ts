import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import { parseArgs } from 'node:util'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import type { SchemaEngine } from '@prisma/schema-engine-wasm'
import { prepareDatabase, withClient } from '../database/database'
import { errorCode } from '../terminal/terminal'
import { SchemaAdapter } from './schema-adapter'

/**
 * Prisma's CLI downloads a native "schema engine" from a host of Prisma's own. Where that host cannot
 * be reached (an air-gapped newsroom server, CI), `prisma generate` and `prisma migrate` fail. The
 * same engine is on npm as WebAssembly; this answers the JSON-RPC that the CLI speaks to the native
 * one over stdin and stdout, and runs the WebAssembly engine on the pg driver adapter.
 */
export async function main(argv: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: argv,
    strict: false,
    allowPositionals: true,
    options: { datamodels: { type: 'string', multiple: true }, datasource: { type: 'string' } },
  })
  const url = readUrl(values.datasource) ?? process.env.DATABASE_URL ?? ''
  if (positionals[0] === 'cli') return await answerOnce(positionals[1], url)
  const paths = (values.datamodels ?? []).filter((path) => typeof path === 'string')
  await serveRpc(await startEngine(paths, url), process.stdin, process.stdout)
  return 0
}

type Request = { id: number; method?: string; params?: unknown }
type Methods = Record<string, (params?: unknown) => Promise<unknown>>

/** Answers requests, a line each, one after the other, until the input ends. */
export async function serveRpc(engine: Methods, input: Readable, output: Writable): Promise<void> {
  const send = (message: object) =>
    void output.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`)
  for await (const line of createInterface({ input })) {
    if (!line.trim()) continue
    const { id, method, params } = JSON.parse(line) as Request
    if (!method) continue // the CLI's receipt for a `print`
    try {
      const run = engine[method]
      if (!run) throw new Error(`the WebAssembly schema engine has no ${method}`)
      const result = await run(params)
      const printed = (result as { stdout?: string | null } | undefined)?.stdout
      if (printed) send({ id: 0, method: 'print', params: { content: printed } })
      send({ id, result: result ?? null })
    } catch (error) {
      send({ id, error: rpcError(error) })
    }
  }
}

/** The shape the CLI prints from. */
export function rpcError(error: unknown): object {
  const isPanic = error instanceof WebAssembly.RuntimeError
  const { message = String(error), code = '' } = error as { message?: string; code?: string }
  const data = {
    is_panic: isPanic,
    message: (isPanic && panic.message) || withoutTrace(message),
    meta: null,
    error_code: code,
  }
  return { code: 4466, message: data.message, data }
}

/** The engine's last words before a panic: it leaves them here, and the exception says only "unreachable". */
const panic = {
  message: '',
  set_message: (message: string) => {
    panic.message = message
  },
}

async function startEngine(paths: string[], url: string): Promise<Methods> {
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: panic })
  const bindings = await import('@prisma/schema-engine-wasm/schema_engine_bg')
  const require = createRequire(import.meta.url)
  const wasm = require.resolve('@prisma/schema-engine-wasm').replace(/\.js$/, '_bg.wasm')
  const { instance } = await WebAssembly.instantiate(readFileSync(wasm), {
    './schema_engine_bg.js': bindings as unknown as WebAssembly.ModuleImports,
  })
  const start = bindings as unknown as { __wbg_set_wasm: (exports: unknown) => void }
  start.__wbg_set_wasm(instance.exports)
  ;(instance.exports.__wbindgen_start as () => void)()

  const engine: SchemaEngine = await bindings.SchemaEngine.new(
    {
      datamodels: paths.length
        ? paths.map((path) => [path, readFileSync(path, 'utf8')])
        : undefined,
    },
    (log: string) => process.stderr.write(`${log}\n`),
    bindMigrationAwareSqlAdapterFactory(new SchemaAdapter(url)),
  )
  return new Proxy({} as Methods, {
    get: (_, method: string) => {
      if (method === 'getDatabaseVersion') return (params: never) => engine.version(params)
      if (method === 'createDatabase') return () => createDatabase(url)
      const known = engine[method as keyof SchemaEngine] as
        | ((params: unknown) => unknown)
        | undefined
      return known?.bind(engine)
    },
  })
}

async function createDatabase(url: string): Promise<{ databaseName: string }> {
  await prepareDatabase(url)
  return { databaseName: decodeURIComponent(new URL(url).pathname.slice(1)) }
}

/** `cli can-connect-to-database` and `cli create-database`: a question each, answered by the exit status. */
async function answerOnce(command: string | undefined, url: string): Promise<number> {
  try {
    if (command === 'can-connect-to-database') await withClient(url, async () => {})
    else if (command === 'create-database') await prepareDatabase(url)
    else throw new Error(`the WebAssembly schema engine has no command ${command}`)
    return 0
  } catch (error) {
    const fields = { error_code: prismaCode(error), message: (error as Error).message }
    const record = { level: 'ERROR', target: 'schema_engine::logger', fields }
    process.stderr.write(`schema engine\n${JSON.stringify(record)}\n`) // the CLI skips the first line
    return 1
  }
}

/** Prisma's names for what kept us from connecting. @see https://www.prisma.io/docs/orm/reference/error-reference */
export function prismaCode(error: unknown): string {
  switch (errorCode(error)) {
    case '28P01':
    case '28000':
      return 'P1000'
    case '3D000':
      return 'P1003'
    case '42501':
      return 'P1010'
    default:
      return 'P1001'
  }
}

function readUrl(datasource: string | boolean | undefined): string | undefined {
  return typeof datasource === 'string'
    ? (JSON.parse(datasource) as { url?: string }).url
    : undefined
}

/** Errors of the database come with the engine's own call stack below them, which says nothing here. */
function withoutTrace(message: string): string {
  return message.replace(/\n\s+0: \w+::[\s\S]*$/, '')
}
