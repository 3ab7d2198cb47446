import { realpathSync } from 'node:fs'
import { constants } from 'node:os'
import { fileURLToPath } from 'node:url'
import { describeError, warn } from '../terminal/terminal'
import { endChildren } from './child-process'

type Cleanup = () => unknown

const cleanups = new Set<Cleanup>()
let ending: Promise<never> | undefined
let signalExitStatus: number | undefined

/** Whether the program has been asked to stop, and nothing new may be started. */
export function isEnding(): boolean {
  return ending !== undefined
}

/** @throws Error that is not printed: the program is ending */
export function throwIfEnding(): void {
  if (ending) throw new Error('the program is ending')
}

/**
 * Has `cleanup` run before the program ends, be it by Ctrl-C, SIGTERM, a closed terminal or a bug.
 * The last one added runs first. Returns a function that removes it.
 */
export function onEnd(cleanup: Cleanup): () => void {
  if (cleanups.size === 0) listen()
  cleanups.add(cleanup)
  return () => void cleanups.delete(cleanup)
}

/** For a program that runs until it is stopped by a signal: the signal is then no failure. */
export function exitZeroOnSignal(): void {
  signalExitStatus = 0
}

/** Stops everything that was started, in order, and exits. A second call joins the first. */
export function endProgram(status: number): Promise<never> {
  ending ??= (async () => {
    await endChildren()
    for (const cleanup of [...cleanups].reverse()) {
      try {
        await cleanup()
      } catch (error) {
        warn(describeError(error))
      }
    }
    process.exit(status)
  })()
  return ending
}

/**
 * Runs `main` if the module is the program itself and not imported, and ends with the exit status it
 * returns (or 0). An error is printed as one line.
 */
export function runMain(moduleUrl: string, main: () => Promise<unknown>): void {
  const file = process.argv[1]
  if (!file || realpathSync(file) !== fileURLToPath(moduleUrl)) return
  const fail = (error: unknown) => {
    if (!ending) warn(describeError(error))
    void endProgram(1)
  }
  process.on('uncaughtException', fail)
  process.on('unhandledRejection', fail)
  listen()
  main().then((status) => endProgram(typeof status === 'number' ? status : 0), fail)
}

let isListening = false

function listen(): void {
  if (isListening) return
  isListening = true
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    // Not `once`: in a terminal Ctrl-C reaches us twice, from the terminal and passed on by npm.
    process.on(name, () => void endProgram(signalExitStatus ?? 128 + constants.signals[name]))
  }
}
