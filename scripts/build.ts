import { build } from '../tools/build/build'
import { runMain } from '../tools/process/run-main'

runMain(import.meta.url, () => build())
