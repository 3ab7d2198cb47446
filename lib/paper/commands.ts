import 'server-only'
import type { z } from 'zod'
import type { Actor } from '@/lib/auth/roles'
import { runCommand } from '@/lib/auth/run-command'
import type { Db } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'
import type { Outcome } from '@/lib/outcome'
import { paperInput, settingsInput } from './input'

/** Puts the paper's own words right: its name, who answers for it, where it is found. Every page shows them. */
export function editPaper(
  db: Db,
  actor: Actor | null,
  input: z.input<typeof paperInput>,
): Promise<Outcome> {
  const definition = {
    name: 'editPaper',
    permission: 'settings',
    schema: paperInput,
    input,
  } as const
  return runCommand(db, actor, {
    ...definition,
    run: async (tx, paper) => {
      await tx.paper.updateMany({ data: paper })
      return { change: { kind: 'paper' } }
    },
  })
}

/** Decides who needs two steps, what the checklist holds up, what robots.txt says. Other settings stay as they are. */
export function decideSettings(
  db: Db,
  actor: Actor | null,
  input: z.input<typeof settingsInput>,
): Promise<Outcome> {
  const definition = {
    name: 'decideSettings',
    permission: 'settings',
    schema: settingsInput,
    input,
  } as const
  return runCommand(db, actor, {
    ...definition,
    run: async (tx, decided) => {
      // One statement: of two who decide different things at once both are heard.
      const settings = JSON.stringify(decided) satisfies Prisma.InputJsonValue
      await tx.$executeRaw`UPDATE "Paper" SET "settings" = "settings" || ${settings}::jsonb`
      return { change: { kind: decided.aiCrawlers === undefined ? 'nothing' : 'crawlers' } }
    },
  })
}
