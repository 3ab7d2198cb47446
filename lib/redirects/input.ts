import { z } from 'zod'

export const redirectsInput = z.object({
  /** Rows of two columns: an old address, and the new one or a story's id. */
  rows: z.array(z.object({ line: z.number().int().positive(), cells: z.array(z.string()) })),
  /** Hosts of this site that a new address may name, in lower case with their ports. */
  hosts: z.array(z.string()),
  /** Whether valid lines are imported beside invalid ones; else one invalid line refuses all. */
  skipBad: z.boolean(),
})
