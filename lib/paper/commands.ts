import 'server-only'
import { defineCommand } from '@/lib/commands/command'
import type { Prisma } from '@/lib/db/generated/client'
import { paperInput, settingsInput } from './input'

/** Puts the paper's own words right: its name, who answers for it, where it is found. Every page shows them. */
export const editPaper = defineCommand({
  name: 'editPaper',
  permission: 'settings',
  input: paperInput,
  run: async ({ tx }, paper) => {
    await tx.paper.updateMany({ data: paper })
    return { change: { kind: 'paper' } }
  },
})

/** Decides who needs two steps, what the checklist holds up, what robots.txt says. Other settings stay as they are. */
export const decideSettings = defineCommand({
  name: 'decideSettings',
  permission: 'settings',
  input: settingsInput,
  run: async ({ tx }, decided) => {
    // One statement: of two who decide different things at once both are heard.
    const settings = JSON.stringify(decided) satisfies Prisma.InputJsonValue
    await tx.$executeRaw`UPDATE "Paper" SET "settings" = "settings" || ${settings}::jsonb`
    return { change: { kind: decided.aiCrawlers === undefined ? 'nothing' : 'crawlers' } }
  },
})
