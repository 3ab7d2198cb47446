import { join } from 'node:path'
import { z } from 'zod'
import { runProcess } from '../../tools/process/child-process'
import { UserError } from '../../tools/terminal/terminal'

const counted = z.object({
  requests: z.number(),
  seconds: z.number(),
  p99Ms: z.number(),
  failed: z.number(),
})

export type Round = { perSecond: number; p99Ms: number }

/** Reads the line that wrk.lua prints. @throws UserError when there is none, or requests failed */
export function readRound(output: string): Round {
  const line = output.split('\n').findLast((each) => each.startsWith('{'))
  if (!line) throw new UserError(`wrk counted nothing: ${output}`)
  const { requests, seconds, p99Ms, failed } = counted.parse(JSON.parse(line))
  if (failed > 0) throw new UserError(`${failed} of ${requests} requests failed`)
  return { perSecond: requests / seconds, p99Ms }
}

export type Load = { url: string; seconds: number; connections?: number; headers?: string[] }

/** Requests one address as fast as it is answered. @throws UserError when wrk is missing or requests fail */
export async function wrk({ url, seconds, connections = 32, headers = [] }: Load): Promise<Round> {
  const args = [
    '-t2',
    `-c${connections}`,
    `-d${seconds}s`,
    '-s',
    join(import.meta.dirname, 'wrk.lua'),
  ]
  const ended = await runProcess('wrk', [
    ...args,
    ...headers.flatMap((header) => ['-H', header]),
    url,
  ])
  return readRound(ended.output)
}
