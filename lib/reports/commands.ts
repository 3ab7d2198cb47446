import 'server-only'
import { checkScope, userIdOf } from '@/lib/auth/permissions'
import { defineCommand } from '@/lib/commands/command'
import { isPublic } from '@/lib/content-model/article'
import { handleReportInput, reportInput } from './input'

// Bounds what many networks together can write about one story.
const maxOpenReports = 200

const unseen = { kind: 'nothing' as const }

/** Stores a reader's report for the newsroom. The same form sent again stores nothing more. */
export const reportFault = defineCommand({
  name: 'reportFault',
  permission: 'report',
  input: reportInput,
  omitFromAudit: ['formKey', 'fault', 'passage', 'contact'],
  run: async ({ tx, now }, { articleId, formKey, fault, passage, contact }) => {
    const story = await tx.article.findUnique({
      where: { id: articleId },
      select: { id: true, version: true, status: true, publishAt: true, embargoUntil: true },
    })
    if (!story || !isPublic(story, now)) return 'noSuchStory'
    const openCount = await tx.readerReport.count({ where: { articleId, handledAt: null } })
    if (openCount >= maxOpenReports) return 'tooManyReports'
    await tx.readerReport.createMany({
      data: [{ articleId, formKey, fault, passage, contact, createdAt: now }],
      skipDuplicates: true,
    })
    return { change: unseen, story: { id: story.id, version: story.version } }
  },
})

/** Marks a report as handled, and deletes how its reader can be reached. */
export const handleReport = defineCommand({
  name: 'handleReport',
  permission: 'handleReports',
  input: handleReportInput,
  run: async ({ tx, actor, now }, { id }) => {
    const report = await tx.readerReport.findUnique({
      where: { id },
      select: { article: { select: { id: true, version: true, ownerId: true } } },
    })
    if (!report) return 'noSuchReport'
    const { ownerId, ...story } = report.article
    const refusal = checkScope(actor, 'handleReports', ownerId)
    if (refusal) return refusal
    const { count } = await tx.readerReport.updateMany({
      where: { id, handledAt: null },
      data: {
        handledAt: now,
        handledById: userIdOf(actor),
        handledByName: actor.name,
        contact: null,
      },
    })
    return count === 0 ? 'reportHandled' : { change: unseen, story }
  },
})
