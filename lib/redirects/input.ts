import { z } from 'zod'

export const redirectsInput = z.object({
  /** Of a file with two columns: an old address, and the new one or a story's number. */
  rows: z.array(z.object({ line: z.number().int().positive(), cells: z.array(z.string()) })),
  /** Of this site, which a new address may name, in lower case and with their ports. */
  hosts: z.array(z.string()),
  /** Whether good lines are taken where others are at fault; else one bad line refuses all. */
  skipBad: z.boolean(),
})
