import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { isValidElement, type ReactNode } from 'react'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { db } from '@/lib/db/client'
import * as copyQueries from '@/lib/newsroom/draft/working-copy-queries'
import { findOpenStory } from '@/lib/newsroom/draft/working-copy-queries'
import * as frontQueries from '@/lib/newsroom/front-page/front-page-queries'
import * as statusQueries from '@/lib/newsroom/live/newsroom-status-queries'
import * as cardQueries from '@/lib/newsroom/preview/preview-card-queries'
import * as linkQueries from '@/lib/newsroom/preview/preview-link-queries'
import * as previewQueries from '@/lib/newsroom/preview/preview-queries'
import * as publishingQueries from '@/lib/newsroom/publish/publishing-state-queries'
import * as revisionQueries from '@/lib/newsroom/revisions/revision-queries'
import * as listQueries from '@/lib/newsroom/story-lists/list-queries'
import * as pendingQueries from '@/lib/newsroom/story-lists/pending-work-queries'
import * as reportQueries from '@/lib/newsroom/story-lists/reported-stories-queries'
import { storyListNames } from '@/lib/newsroom/story-lists/story-lists'
import { editor } from '@/tools/test-harness/fixtures/actors'
import { saveInCopy } from '@/tools/test-harness/fixtures/editor-tabs'
import {
  insertStory,
  noon,
  resetToTestPaper,
  type TestPaper,
} from '@/tools/test-harness/fixtures/test-paper'
import type { Actor } from './permissions'

/** A role that the table of permissions does not list yet; its user owns a draft. */
const { newcomer } = vi.hoisted(() => ({
  newcomer: { id: 'test-newcomer', name: 'নতুন', role: 'proofreader' as never } as Actor,
}))
vi.mock('./user', async () => {
  const { z } = await import('zod')
  return { userRole: z.enum(['proofreader']) }
})
vi.mock('./better-auth', () => {
  const user = { ...newcomer, email: 'new@example.com', banned: false }
  const getSession = async () => ({ user, session: { id: 'session' } })
  return { getBetterAuth: () => ({ api: { getSession } }) }
})
vi.mock('next/headers', () => ({
  headers: async () => new Headers(),
  cookies: async () => ({ get: () => undefined, getAll: () => [] }),
}))
vi.mock('next-intl/server', () => ({
  getTranslations: async () => (word: string) => word,
  getMessages: async () => ({}),
}))
vi.mock('next/navigation', async (importOriginal) => {
  const stop = (what: string) => () => {
    throw new Error(what)
  }
  return {
    ...(await importOriginal<object>()),
    forbidden: stop('forbidden'),
    notFound: stop('not found'),
    redirect: stop('redirected'),
  }
})

const headline = 'গোপন খসড়া'
let paper: TestPaper
let id: number
beforeAll(async () => {
  paper = await resetToTestPaper()
  await db().user.create({ data: { ...newcomer, role: 'reporter', email: 'new@example.com' } })
  id = await insertStory(paper, {
    headline,
    status: 'draft',
    publishAt: null,
    ownerId: newcomer.id,
    contributorIds: [paper.person.id],
  })
  await saveInCopy(editor, id, { kicker: 'বন্যা' })
})

const listFiles = (name: RegExp) =>
  ['app/(newsroom)/newsroom', 'app/(reader)/newsroom'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((file) => join(folder, file))
      .filter((file) => name.test(file) && !file.includes('(auth)')),
  )
const load = (file: string) => import(resolve(file)) as Promise<Record<string, unknown>>

const params = () =>
  Promise.resolve({
    id: String(id),
    story: String(id),
    slug: 'national',
    list: 'desk',
    view: 'article',
    kind: 'topics',
    upload: '0'.repeat(32),
    code: 'photocard.jpg',
    conflictId: '1',
    path: ['nowhere'],
  })

/** Draws a page up to its first element that is no component of the server. */
async function draw(node: ReactNode | Promise<ReactNode>): Promise<ReactNode> {
  const drawn = await node
  return isValidElement(drawn) && typeof drawn.type === 'function'
    ? draw((drawn.type as (props: unknown) => ReactNode)(drawn.props))
    : drawn
}

/** Pages of the user's own account, which every role has. */
const ownPages = ['account/page.tsx', 'account/two-step/page.tsx', 'uploads/route.ts']
const isOwn = (file: string) => ownPages.some((each) => file.endsWith(`/${each}`))

describe('a new role sees no page', () => {
  test.each(listFiles(/\/page\.tsx$/).filter((file) => !isOwn(file)))('%s', async (file) => {
    const { default: Page, generateMetadata } = (await load(file)) as Record<
      string,
      (props: object) => Promise<ReactNode>
    >
    const props = () => ({ params: params(), searchParams: Promise.resolve({}) })

    const page = (async () => draw(Page?.(props())))()
    await expect(page).rejects.toThrow(/^(?:forbidden|not found)$/)
    const title = await generateMetadata?.(props()).catch((error: Error) => error.message)
    expect(JSON.stringify(title ?? null)).not.toContain(headline)
  })
})

describe('a new role is refused by every route', () => {
  const routes = listFiles(/\/route\.ts$/).filter((file) => !isOwn(file))
  test.each(routes)('%s', async (file) => {
    const handlers = Object.entries(await load(file)).filter(([name]) => /^[A-Z]+$/.test(name))
    for (const [method, handler] of handlers) {
      const hasBody = method === 'POST' || method === 'PATCH'
      const request = new Request('http://localhost/newsroom?q=গোপন&id=1', {
        method,
        ...(hasBody && {
          body: '{"decision":"publish"}',
          headers: { 'content-type': 'application/json' },
        }),
      })
      const answer = await (handler as (request: Request, context: object) => Promise<Response>)(
        request,
        { params: params() },
      ).catch((error: Error) => new Response(error.message, { status: 404 }))

      expect([method, answer.status >= 400]).toEqual([method, true])
      expect(await answer.text()).not.toContain(headline)
    }
  })
})

const asArticle = { view: 'article', place: 'rule' } as const
/** Every query of the newsroom that asks who looks. */
const queries: Record<string, () => Promise<unknown>> = {
  checkStoryAccess: () => copyQueries.checkStoryAccess(newcomer, id),
  findOpenStory: () => findOpenStory(newcomer, id, noon),
  findStoryEditState: () => copyQueries.findStoryEditState(newcomer, id, noon),
  findConflictCopyContent: () => copyQueries.findConflictCopyContent(newcomer, id, 1),
  drawPreviewCard: () => cardQueries.drawPreviewCard(newcomer, id, noon),
  listPreviewLinks: () => linkQueries.listPreviewLinks(newcomer, id, noon),
  findPreview: () => previewQueries.findPreview(newcomer, id, {} as never, asArticle, noon),
  findSavedPreview: () => previewQueries.findSavedPreview(newcomer, id, asArticle, noon),
  findPublishingState: () => publishingQueries.findPublishingState(newcomer, id, noon),
  listRevisions: () => revisionQueries.listRevisions(newcomer, id),
  listAuditEntries: () => revisionQueries.listAuditEntries(newcomer, id),
  findRevision: () => revisionQueries.findRevision(newcomer, id, 1),
}
const filters = [{}, { status: 'draft' as const }, { words: 'গোপন' }]
const lists: Record<string, () => Promise<unknown>> = {
  findPendingWork: async () =>
    (await pendingQueries.findPendingWork(newcomer, noon)).flatMap(({ stories }) => stories),
  countList: async () => {
    const counts = await Promise.all(
      storyListNames.map((list) => listQueries.countList(newcomer, list, noon)),
    )
    return counts.filter((count) => count > 0)
  },
  countPendingWork: async () =>
    (await statusQueries.countPendingWork(newcomer)) === 0 ? [] : 'stories are counted',
  findNewsroomStatus: async () => {
    const status = await statusQueries.findNewsroomStatus(newcomer, null)
    return status.pendingCount === 0 ? status.plannedChanges : status.pendingCount
  },
  findNewsroomPage: async () => {
    const pages = await Promise.all(
      storyListNames.flatMap((list) =>
        filters.map((filter) => listQueries.findNewsroomPage(newcomer, list, filter, null, noon)),
      ),
    )
    return pages.flatMap(({ stories }) => stories)
  },
  findReportedStories: async () => {
    const { stories, count } = await reportQueries.findReportedStories(newcomer, noon)
    return count === 0 ? stories : count
  },
  listFrontCandidates: async () =>
    frontQueries.listFrontCandidates(newcomer, { words: '', category: '' }, noon),
}

describe('a new role finds nothing', () => {
  test.each(Object.entries(queries))('%s refuses', async (_, query) => {
    expect(await query()).toBe('notAllowed')
  })

  test.each(Object.entries(lists))('%s is empty', async (_, query) => {
    expect(await query()).toEqual([])
  })

  test('in any query of the newsroom that takes an actor', () => {
    const files = readdirSync('lib/newsroom', { recursive: true, encoding: 'utf8' })
    const names = files
      .filter((file) => file.endsWith('queries.ts'))
      .flatMap((file) => [
        ...readFileSync(join('lib/newsroom', file), 'utf8').matchAll(
          /export (?:async function|const) (\w+)(?: = (?:cache\(async )?)?\(\s*actor: Actor/g,
        ),
      ])
      .map(([, name]) => name)

    expect([...Object.keys(queries), ...Object.keys(lists)].toSorted()).toEqual(names.toSorted())
  })
})
