import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { endProcess, identify, type ProcessIdentity } from './process-identity'

/** `output` is what was written to stdout and stderr, in order, the last `keepLines` lines of it. */
export type ProcessResult = { code: number | null; signal: NodeJS.Signals | null; output: string }

export type ProcessOptions = Omit<SpawnOptions, 'stdio' | 'detached'> & {
  keepLines?: number
  onLine?: (line: string) => void
  /**
   * Where the command speaks: to us (`collect`), to the terminal (`show`), or with the terminal
   * (`converse`: it may ask, and Ctrl-C reaches it directly).
   */
  terminal?: 'collect' | 'show' | 'converse'
  /** Ends the command, with all that it started, when it takes longer. */
  timeoutMs?: number
}

const children = new Map<number, ProcessIdentity & { isGroup: boolean }>()
let isClosed = false
let notifyChildrenChange: (all: ProcessIdentity[]) => void = () => {}

/** Tells `listener` of every change in what we have running, so that a next start can find it. */
export function onChildrenChange(listener: (all: ProcessIdentity[]) => void): void {
  notifyChildrenChange = listener
}

/**
 * Starts a child in a process group of its own, unless `detached` is false: Ctrl-C in a terminal
 * reaches the whole foreground group, and this program stops its children itself, in order.
 */
export function spawnChild(
  file: string,
  args: string[],
  { detached = true, ...options }: SpawnOptions,
): ChildProcess {
  if (isClosed) throw new Error('the program is ending')
  const child = spawn(file, args, { ...options, detached })
  const identity = child.pid ? identify(child.pid) : null
  if (identity) {
    children.set(identity.pid, { ...identity, isGroup: detached })
    notifyChildrenChange([...children.values()])
  }
  child.once('exit', () => {
    if (identity && children.delete(identity.pid)) notifyChildrenChange([...children.values()])
  })
  return child
}

/** Ends every child still running, with all that it started, and lets no other one begin. */
export async function endChildren(graceMs = 4000): Promise<void> {
  isClosed = true
  await Promise.all(
    [...children.values()].map((each) => endProcess(each, { graceMs, group: each.isGroup })),
  )
}

/** Runs a command to its end. Rejects only when it cannot be started at all. */
export function runProcess(
  file: string,
  args: string[],
  { keepLines = 200, onLine, terminal = 'collect', timeoutMs, ...options }: ProcessOptions = {},
): Promise<ProcessResult> {
  const output = terminal === 'collect' ? 'pipe' : 'inherit'
  const input = terminal === 'converse' ? 'inherit' : 'ignore'
  const child = spawnChild(file, args, {
    ...options,
    stdio: [input, output, output],
    detached: terminal !== 'converse',
  })
  const lines: string[] = []
  for (const stream of [child.stdout, child.stderr]) {
    if (!stream) continue
    createInterface({ input: stream }).on('line', (line) => {
      lines.push(line)
      if (lines.length > keepLines) lines.shift()
      onLine?.(line)
    })
  }
  const started = child.pid ? children.get(child.pid) : undefined
  const limit =
    timeoutMs &&
    started &&
    setTimeout(() => endProcess(started, { group: started.isGroup }), timeoutMs)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => {
      clearTimeout(limit)
      resolve({ code, signal, output: lines.join('\n') })
    })
  })
}

/** Whether the program exists, also in /usr/sbin, and ends well. */
export async function commandSucceeds(file: string, args: string[]): Promise<boolean> {
  const env = { ...process.env, PATH: `${process.env.PATH}:/usr/sbin` }
  try {
    return (await runProcess(file, args, { env, timeoutMs: 20_000 })).code === 0
  } catch {
    return false // there is no such program
  }
}
