import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { scopeOf } from '@/lib/auth/permissions'
import { type CommandDefinition, runCommand } from '@/lib/commands/command'
import { type CommandName, commandNames } from '@/lib/commands/command-names'
import { db } from '@/lib/db/client'
import { blankContent } from '@/lib/newsroom/draft/story-content'
import type { Refusal } from '@/lib/outcome'
import { admin, reporter, roles, testActor } from '@/tools/test-harness/fixtures/actors'
import {
  dumpDatabase,
  insertStory,
  noon,
  resetToTestPaper,
} from '@/tools/test-harness/fixtures/test-paper'

// The inputs name what does not exist: a command that lets somebody in says so.
const story = { id: 404, expectedVersion: null }
const place = { articleId: 404, tab: 'tab-of-tests' }
const written = { ...place, onVersion: 1, attempt: 'attempt-1' }
const id = 'nobody’s'
const photocard = {
  articleId: 404,
  key: '0'.repeat(32),
  size: 'square',
  hasPicture: false,
  words: { template: 'headline', headline: 'খবর' },
}
const previewLink = { articleId: 404, key: '0'.repeat(32), copyVersion: null }
const someone = { name: 'কেউ', email: 'nobody@example.com' }

type Case = [input: unknown, refusal: Refusal]
/** The commands of each set of roles, with an input that they are refused for. All other roles are not allowed. */
const casesByRoles: Record<string, Partial<Record<CommandName, Case>>> = {
  'reporter subEditor editor admin system': {
    draftStory: [{ headline: 'খবর', body: [], category: 'nowhere' }, 'noSuchCategory'],
    editStory: [story, 'noSuchStory'],
    addContributor: [{ name: ' ' }, 'invalid'],
    addTopic: [{ name: ' ' }, 'invalid'],
    addSource: [{ name: ' ' }, 'invalid'],
    deletePicture: [{ id: 404 }, 'noSuchPicture'],
    beginUpload: [{ bytes: 0 }, 'invalid'],
    uploadPicture: [{ id: 'nobody’s' }, 'noSuchUpload'],
    trashStory: [story, 'noSuchStory'],
    untrashStory: [story, 'noSuchStory'],
    describePicture: [{ id: 404, alt: 'নৌকা' }, 'noSuchPicture'],
    newStory: [{ key: 'form-of-tests', category: 'nowhere' }, 'noSuchCategory'],
    createPreviewLink: [previewLink, 'noSuchStory'],
    revokePreviewLink: [{ articleId: 404, id: previewLink.key }, 'noSuchStory'],
    requestPlannedChange: [story, 'noSuchStory'],
    restoreRevision: [{ ...story, number: 1 }, 'noSuchStory'],
    deleteUpload: [{ id: 7 }, 'invalid'],
  },
  public: {
    reportFault: [
      { articleId: 404, formKey: 'form', fault: 'সাল ভুল', passage: '', contact: '' },
      'noSuchStory',
    ],
  },
  'subEditor editor admin system': {
    noteChange: [{ ...story, kind: 'update', note: 'নতুন তথ্য' }, 'noSuchStory'],
    makePhotocard: [photocard, 'noSuchStory'],
    sendBack: [{ ...story, copyVersion: null, note: 'আবার দেখুন' }, 'noSuchStory'],
    requestPublicationCheck: [{ id: 404 }, 'noSuchStory'],
  },
  'editor admin system': {
    publishStory: [story, 'noSuchStory'],
    scheduleStory: [{ ...story, publishAt: noon }, 'noSuchStory'],
    unscheduleStory: [story, 'noSuchStory'],
    withdrawStory: [{ ...story, reason: 'ভুল' }, 'noSuchStory'],
    restoreStory: [story, 'noSuchStory'],
    moveStory: [{ ...story, category: 'sports' }, 'noSuchStory'],
    setEmbargo: [{ ...story, embargoUntil: null }, 'noSuchStory'],
    rewordNote: [{ ...story, noteId: 1, note: 'ঠিক' }, 'noSuchStory'],
    retryJob: [{ id: 'none' }, 'invalid'],
    publishFront: [
      {
        choice: { pins: [{ place: 0, id: 404 }], blocks: [], breaking: null },
        expectedEdition: null,
      },
      'pinNotPublic',
    ],
    setFrontPins: [{ pins: [{ id: 404 }], expectedIds: null }, 'pinNotPublic'],
    editContributor: [{ id: 404, name: 'কেউ', kind: 'person', bio: '' }, 'noSuchContributor'],
    editTopic: [{ id: 404, name: 'কিছু' }, 'noSuchTopic'],
    editSource: [{ id: 404, name: 'কিছু', url: null }, 'noSuchSource'],
    mergeContributors: [{ id: 404, intoId: 405 }, 'noSuchContributor'],
    mergeTopics: [{ id: 404, intoId: 405 }, 'noSuchTopic'],
    mergeSources: [{ id: 404, intoId: 405 }, 'noSuchSource'],
  },
  system: {
    finalizeScheduled: [{ id: 404 }, 'noSuchStory'],
    createAdminLink: [{ x: 1 }, 'invalid'],
    rescueAdmin: [{ email: someone.email }, 'noSuchUser'],
    deleteExpiredUploads: [7, 'invalid'],
    importStories: [{}, 'invalid'],
    loadSamplePaper: [{}, 'paperExists'],
  },
  'reporter subEditor editor admin': {
    handleReport: [{ id: 404 }, 'noSuchReport'],
    openWorkingCopy: [place, 'noSuchStory'],
    renewPresence: [place, 'noSuchStory'],
    leaveStory: [place, 'noSuchStory'],
    saveWorkingCopy: [{ ...written, content: blankContent('national') }, 'noSuchStory'],
    takeOverLock: [{ ...place, from: null }, 'noSuchStory'],
    resolveConflict: [{ ...written, conflictCopyId: 404, content: null }, 'noSuchStory'],
    submitStory: [{ ...story, copyVersion: null }, 'noSuchStory'],
    renameSelf: [{ name: ' ' }, 'invalid'],
    changePassword: [{ current: 'x', password: 'short', currentSessionId: 'none' }, 'invalid'],
    endSession: [{ id: 'nobody’s' }, 'noSuchSession'],
    endSessions: [{ id: 7 }, 'invalid'],
    beginTwoStep: [{ current: '', headers: new Headers() }, 'invalid'],
    confirmTwoStep: [{ code: '', headers: new Headers() }, 'invalid'],
    endTwoStep: [{ current: '', headers: new Headers() }, 'invalid'],
    renewRecoveryCodes: [{ current: '', headers: new Headers() }, 'invalid'],
  },
  'admin system': {
    addCategory: [{ slug: 'nowhere', name: 'কোথাও', parent: 'nowhere' }, 'noSuchCategory'],
    renameCategory: [{ slug: 'nowhere', name: 'কোথাও' }, 'noSuchCategory'],
    moveCategory: [{ slug: 'nowhere', parent: null }, 'noSuchCategory'],
    mergeCategories: [{ slug: 'nowhere', into: 'sports' }, 'noSuchCategory'],
    orderCategories: [{ parent: 'nowhere', slugs: ['sports'] }, 'noSuchCategory'],
    editPaper: [{ name: ' ' }, 'invalid'],
    decideSettings: [{ twoStep: 'sometimes' }, 'invalid'],
    importRedirects: [{ rows: 'all' }, 'invalid'],
  },
  admin: {
    inviteUser: [{ ...someone, role: 'reporter', contributorId: 404 }, 'noSuchContributor'],
    editUser: [{ id, ...someone }, 'noSuchUser'],
    changeRole: [{ id, role: 'admin' }, 'noSuchUser'],
    linkContributor: [{ id, contributorId: null }, 'noSuchUser'],
    blockUser: [{ id }, 'noSuchUser'],
    unblockUser: [{ id }, 'noSuchUser'],
    endUserSessions: [{ id }, 'noSuchUser'],
    withdrawInvitation: [{ id }, 'noSuchUser'],
    createResetLink: [{ id }, 'noSuchUser'],
  },
}
const cases = Object.entries(casesByRoles).flatMap(([permitted, byName]) =>
  Object.entries(byName).map(([name, [input, refusal]]) => ({ name, permitted, input, refusal })),
)

/** The holder of a one-time link, or of the e-mail address, is who runs these: lib/users/one-time-link-commands.db.test.ts. */
const identifyingCommands: CommandName[] = [
  'registerFirstAdmin',
  'choosePassword',
  'createEmailedLink',
]

const files = ['lib', 'prisma/seed'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => join(folder, file))
    .filter((file) => /(?<!\.test|\.d)\.tsx?$/.test(file) && !file.includes('db/generated')),
)
const commandFiles = files.filter(
  (file) => /(?:^|[/-])commands\.ts$/.test(file) || file === 'prisma/seed/load-sample-paper.ts',
)

type AnyCommand = CommandDefinition<never, { change: { kind: 'nothing' } }, never>
const isDefinition = (value: unknown): value is AnyCommand =>
  typeof value === 'object' && value !== null && 'permission' in value && 'run' in value

let definitions: AnyCommand[]
beforeAll(async () => {
  await resetToTestPaper()
  const modules = await Promise.all(
    commandFiles.map((file) => import(resolve(file)) as Promise<object>),
  )
  definitions = modules.flatMap((module) => Object.values(module)).filter(isDefinition)
})

describe('a command is run by the roles that it permits', () => {
  test.each(cases)('$name: $permitted', async ({ name, permitted, input, refusal }) => {
    const before = await dumpDatabase()
    const command = definitions.find((each) => each.name === name)
    if (!command) throw new Error(`no command ${name}`)

    const outcomes = await Promise.all(
      [null, ...roles.map(testActor)].map((actor) =>
        runCommand(db(), actor, command, input as never, noon),
      ),
    )

    expect(outcomes).toMatchObject([
      { ok: false, reason: 'notSignedIn' },
      ...roles.map((role) => ({
        ok: false,
        reason: permitted.split(' ').includes(role) ? refusal : 'notAllowed',
      })),
    ])
    expect(await dumpDatabase()).toEqual(before)
  })
})

describe('a command on another’s story says that it is another’s, before anything else', () => {
  const isOfStories = (input: unknown) =>
    typeof input === 'object' &&
    input !== null &&
    ('articleId' in input || 'expectedVersion' in input)
  const ofStories = cases.filter(
    ({ permitted, input }) => permitted.includes('reporter') && isOfStories(input),
  )

  test.each(ofStories)('$name', async ({ name, input }) => {
    const command = definitions.find((each) => each.name === name)
    if (!command) throw new Error(`no command ${name}`)
    expect(scopeOf(reporter, command.permission)).toBe('own')
    const paper = await resetToTestPaper()
    const others = [
      await insertStory(paper, { ownerId: admin.id, version: 3 }),
      await insertStory(paper, { ownerId: admin.id, status: 'draft', publishAt: null }),
      await insertStory(paper, { ownerId: admin.id, status: 'inReview', publishAt: null }),
      await insertStory(paper, { status: 'withdrawn', withdrawnAt: noon }),
      await insertStory(paper, { status: 'draft', publishAt: null, trashedAt: noon }),
    ]
    const before = await dumpDatabase()

    const outcomes = await Promise.all(
      others.map((other) => {
        const ref = { id: other, articleId: other, expectedVersion: 99, copyVersion: 99 }
        const given = Object.entries(input as object).map(([field, value]) => [
          field,
          field === 'id' && 'articleId' in (input as object)
            ? value
            : ((ref as Record<string, unknown>)[field] ?? value),
        ])
        return runCommand(db(), reporter, command, Object.fromEntries(given) as never, noon)
      }),
    )

    expect(outcomes).toEqual(others.map(() => ({ ok: false, reason: 'notYours' })))
    expect(await dumpDatabase()).toEqual(before)
  })
})

test('no command is left out above', () => {
  const tested = [...cases.map(({ name }) => name), ...identifyingCommands]

  expect(definitions.map(({ name }) => name).toSorted()).toEqual(commandNames.toSorted())
  expect(tested.toSorted()).toEqual(commandNames.toSorted())
  expect(definitions.filter(({ identify }) => identify).map(({ name }) => name)).toEqual(
    expect.arrayContaining(identifyingCommands),
  )
})

test('commands are defined in files of commands', () => {
  const others = files.filter(
    (file) =>
      !commandFiles.includes(file) &&
      file !== 'lib/commands/command.ts' &&
      /\bdefineCommand\b/.test(readFileSync(file, 'utf8')),
  )

  expect(others).toEqual([])
})
