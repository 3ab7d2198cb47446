import 'server-only'
import { defineCommand } from '@/lib/commands/command'
import type { Prisma } from '@/lib/db/generated/client'
import { paperInput, settingsInput } from './input'

/** Changes the paper's name, editor, publisher and contact data, which every page shows. */
export const editPaper = defineCommand({
  name: 'editPaper',
  permission: 'settings',
  input: paperInput,
  run: async ({ tx }, paper) => {
    await tx.paper.updateMany({ data: paper })
    return { change: { kind: 'paper' } }
  },
})

/** Changes the given settings of the paper: two-step sign-in, checklist, crawlers. */
export const decideSettings = defineCommand({
  name: 'decideSettings',
  permission: 'settings',
  input: settingsInput,
  run: async ({ tx }, decided) => {
    // One statement: concurrent changes of different settings are both kept.
    const settings = JSON.stringify(decided) satisfies Prisma.InputJsonValue
    await tx.$executeRaw`UPDATE "Paper" SET "settings" = "settings" || ${settings}::jsonb`
    return { change: { kind: decided.aiCrawlers === undefined ? 'nothing' : 'crawlers' } }
  },
})
