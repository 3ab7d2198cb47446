#!/usr/bin/env node
// What PRISMA_SCHEMA_ENGINE_BINARY names: the CLI spawns it as it would the native engine. The
// engine itself is TypeScript, and this runs it on whichever Node the caller is on.
import { register } from 'tsx/esm/api'

register()
const { main } = await import('./schema-engine.ts')
process.exit(await main(process.argv.slice(2)))
