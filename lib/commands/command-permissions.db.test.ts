import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import * as editing from '@/lib/articles/edit-commands'
import type { Actor } from '@/lib/auth/permissions'
import * as ordering from '@/lib/categories/commands'
import { type CommandDefinition, runCommand } from '@/lib/commands/command'
import { type CommandName, commandNames } from '@/lib/commands/command-names'
import { db } from '@/lib/db/client'
import * as fronting from '@/lib/front/commands'
import * as picturing from '@/lib/media/commands'
import * as uploading from '@/lib/media/upload/upload-commands'
import { blankContent } from '@/lib/newsroom/draft/story-content'
import * as copying from '@/lib/newsroom/draft/working-copy-commands'
import * as previewing from '@/lib/newsroom/preview/preview-link-commands'
import * as publishing from '@/lib/newsroom/publish/publish-commands'
import * as trashing from '@/lib/newsroom/publish/trash-commands'
import * as revising from '@/lib/newsroom/revisions/revision-commands'
import type { Outcome } from '@/lib/outcome'
import * as settling from '@/lib/paper/commands'
import * as carding from '@/lib/photocards/commands'
import * as queueing from '@/lib/queue/queue-commands'
import * as redirecting from '@/lib/redirects/commands'
import * as naming from '@/lib/taxonomy/commands'
import * as keeping from '@/lib/taxonomy/edit-commands'
import * as staffing from '@/lib/users/commands'
import * as linking from '@/lib/users/one-time-link-commands'
import * as owning from '@/lib/users/own-account-commands'
import * as stepping from '@/lib/users/two-step-commands'
import { roles, testActor } from '@/tools/test-harness/fixtures/actors'
import { dumpDatabase, noon, resetToTestPaper } from '@/tools/test-harness/fixtures/test-paper'

const { draftStory, editStory: tidyStory } = editing
const { addCategory, mergeCategories, orderCategories, renameCategory } = ordering
const { publishFront, setFrontPins } = fronting
const { commitCopy, leaveStory, newStory, openWorkingCopy, saveWorkingCopy } = copying
const {
  resolveConflict: settleParked,
  renewPresence: stayPresent,
  takeOverLock: takeOver,
} = copying
const { addContributor, addSource, addTopic } = naming
const { deletePicture, describePicture, uploadPicture } = picturing
const { createPreviewLink, revokePreviewLink } = previewing

const { finalizeScheduled: settleDue, moveStory, noteChange, publishStory } = publishing
const { requestPublicationCheck: proveStory, restoreStory, scheduleStory, sendBack } = publishing
const { setEmbargo, submitStory, tidyCopy, unscheduleStory, withdrawStory } = publishing
const { retryJob } = queueing
const { beginUpload, completeUpload: takeUpload } = uploading
const { restoreRevision } = revising
const { makePhotocard } = carding
const { trashStory, untrashStory } = trashing
const { decideSettings, editPaper } = settling
const { importRedirects } = redirecting
const { editContributor, editSource, editTopic } = keeping
const { mergeContributors, mergeSources, mergeTopics } = keeping
const { changePassword, endSession, endSessions, renameSelf } = owning
const { createAdminLink: makeAdminLink, rescueAdmin } = linking
const { beginTwoStep, confirmTwoStep, endTwoStep, renewRecoveryCodes } = stepping
const {
  blockUser: blockPerson,
  changeRole,
  editUser: editPerson,
  endUserSessions: endPersonSessions,
  inviteUser: invitePerson,
} = staffing
const {
  linkContributor,
  createResetLink: makeResetLink,
  unblockUser: unblockPerson,
  withdrawInvitation,
} = staffing

type Command = (actor: Actor | null) => Promise<Pick<Outcome, 'ok'>>

// What each is about is not there: a command that lets somebody in says so.
const story = { id: 404, expectedVersion: null }
const place = { articleId: 404, tab: 'tab-of-tests' }
const written = { ...place, onVersion: 1, attempt: 'attempt-1' }
const id = 'nobody’s'
const photocard = {
  articleId: 404,
  key: '0'.repeat(32),
  size: 'square' as const,
  hasPicture: false,
  words: { template: 'headline' as const, headline: 'খবর' },
}
const previewLink = { articleId: 404, key: '0'.repeat(32), copyVersion: null }
const someone = { name: 'কেউ', email: 'nobody@example.com' }
/** What its type forbids, and a client may send. */
const wrong = (input: unknown) => input as never
const commands: [name: CommandName | 'completeUpload', who: string, Command, refusal: string][] = [
  [
    'draftStory',
    'reporter subEditor editor admin system',
    (actor) =>
      runCommand(db(), actor, draftStory, { headline: 'খবর', body: [], category: 'nowhere' }, noon),
    'noSuchCategory',
  ],
  [
    'tidyStory',
    'reporter subEditor editor admin system',
    (actor) => runCommand(db(), actor, tidyStory, story, noon),
    'noSuchStory',
  ],
  [
    'addContributor',
    'reporter subEditor editor admin system',
    (actor) => runCommand(db(), actor, addContributor, { name: ' ' }),
    'invalid',
  ],
  [
    'addTopic',
    'reporter subEditor editor admin system',
    (actor) => runCommand(db(), actor, addTopic, { name: ' ' }),
    'invalid',
  ],
  [
    'addSource',
    'reporter subEditor editor admin system',
    (actor) => runCommand(db(), actor, addSource, { name: ' ' }),
    'invalid',
  ],
  [
    'uploadPicture',
    'reporter subEditor editor admin system',
    (actor) => runCommand(db(), actor, uploadPicture, { bytes: Buffer.from('<svg/>') }),
    'pictureSvg',
  ],
  [
    'deletePicture',
    'reporter subEditor editor admin system',
    (actor) => runCommand(db(), actor, deletePicture, { id: 404 }),
    'noSuchPicture',
  ],
  [
    'beginUpload',
    'reporter subEditor editor admin system',
    (actor) => runCommand(db(), actor, beginUpload, { bytes: 0 }, noon),
    'invalid',
  ],
  [
    'completeUpload',
    'reporter subEditor editor admin system',
    (actor) => takeUpload(db(), actor, { id: 'nobody’s' }),
    'noSuchUpload',
  ],
  [
    'trashStory',
    'reporter subEditor editor admin system',
    (actor) => runCommand(db(), actor, trashStory, story, noon),
    'noSuchStory',
  ],
  [
    'untrashStory',
    'reporter subEditor editor admin system',
    (actor) => runCommand(db(), actor, untrashStory, story, noon),
    'noSuchStory',
  ],
  [
    'describePicture',
    'reporter subEditor editor admin system',
    (actor) => runCommand(db(), actor, describePicture, { id: 404, alt: 'নৌকা' }),
    'noSuchPicture',
  ],
  [
    'noteChange',
    'subEditor editor admin system',
    (actor) =>
      runCommand(db(), actor, noteChange, { ...story, kind: 'update', note: 'নতুন তথ্য' }, noon),
    'noSuchStory',
  ],
  [
    'publishStory',
    'editor admin system',
    (actor) => runCommand(db(), actor, publishStory, story, noon),
    'noSuchStory',
  ],
  [
    'scheduleStory',
    'editor admin system',
    (actor) => runCommand(db(), actor, scheduleStory, { ...story, publishAt: noon }, noon),
    'noSuchStory',
  ],
  [
    'unscheduleStory',
    'editor admin system',
    (actor) => runCommand(db(), actor, unscheduleStory, story, noon),
    'noSuchStory',
  ],
  [
    'settleDue',
    'system',
    (actor) => runCommand(db(), actor, settleDue, { id: 404 }, noon),
    'noSuchStory',
  ],
  [
    'withdrawStory',
    'editor admin system',
    (actor) => runCommand(db(), actor, withdrawStory, { ...story, reason: 'ভুল' }, noon),
    'noSuchStory',
  ],
  [
    'restoreStory',
    'editor admin system',
    (actor) => runCommand(db(), actor, restoreStory, story, noon),
    'noSuchStory',
  ],
  [
    'moveStory',
    'editor admin system',
    (actor) => runCommand(db(), actor, moveStory, { ...story, category: 'sports' }, noon),
    'noSuchStory',
  ],
  [
    'newStory',
    'reporter subEditor editor admin system',
    (actor) =>
      runCommand(db(), actor, newStory, { key: 'form-of-tests', category: 'nowhere' }, noon),
    'noSuchCategory',
  ],
  [
    'openWorkingCopy',
    'reporter subEditor editor admin',
    (actor) => runCommand(db(), actor, openWorkingCopy, place, noon),
    'noSuchStory',
  ],
  [
    'stayPresent',
    'reporter subEditor editor admin',
    (actor) => runCommand(db(), actor, stayPresent, place, noon),
    'noSuchStory',
  ],
  [
    'leaveStory',
    'reporter subEditor editor admin',
    (actor) => runCommand(db(), actor, leaveStory, place, noon),
    'noSuchStory',
  ],
  [
    'saveWorkingCopy',
    'reporter subEditor editor admin',
    (actor) =>
      saveWorkingCopy(db(), actor, { ...written, content: blankContent('national') }, noon),
    'noSuchStory',
  ],
  [
    'takeOver',
    'reporter subEditor editor admin',
    (actor) => runCommand(db(), actor, takeOver, { ...place, from: null }, noon),
    'noSuchStory',
  ],
  [
    'settleParked',
    'reporter subEditor editor admin',
    (actor) =>
      runCommand(
        db(),
        actor,
        settleParked,
        { ...written, conflictCopyId: 404, content: null },
        noon,
      ),
    'noSuchStory',
  ],
  [
    'commitCopy',
    'reporter subEditor editor admin system',
    (actor) => runCommand(db(), actor, commitCopy, { ...story, copyVersion: null }, noon),
    'noSuchStory',
  ],
  [
    'createPreviewLink',
    'reporter subEditor editor admin system',
    (actor) => runCommand(db(), actor, createPreviewLink, previewLink, noon),
    'noSuchStory',
  ],
  [
    'revokePreviewLink',
    'reporter subEditor editor admin system',
    (actor) =>
      runCommand(db(), actor, revokePreviewLink, { articleId: 404, id: previewLink.key }, noon),
    'noSuchStory',
  ],
  [
    'makePhotocard',
    'subEditor editor admin system',
    (actor) => runCommand(db(), actor, makePhotocard, photocard, noon),
    'noSuchStory',
  ],
  [
    'restoreRevision',
    'reporter subEditor editor admin system',
    (actor) => runCommand(db(), actor, restoreRevision, { ...story, number: 1 }, noon),
    'noSuchStory',
  ],
  [
    'submitStory',
    'reporter subEditor editor admin',
    (actor) => runCommand(db(), actor, submitStory, { ...story, copyVersion: null }, noon),
    'noSuchStory',
  ],
  [
    'sendBack',
    'subEditor editor admin system',
    (actor) =>
      runCommand(db(), actor, sendBack, { ...story, copyVersion: null, note: 'আবার দেখুন' }, noon),
    'noSuchStory',
  ],
  [
    'setEmbargo',
    'editor admin system',
    (actor) => runCommand(db(), actor, setEmbargo, { ...story, embargoUntil: null }, noon),
    'noSuchStory',
  ],
  [
    'tidyCopy',
    'subEditor editor admin system',
    (actor) => runCommand(db(), actor, tidyCopy, { ...story, copyVersion: null }, noon),
    'noSuchStory',
  ],
  [
    'proveStory',
    'subEditor editor admin system',
    (actor) => runCommand(db(), actor, proveStory, { id: 404 }, noon),
    'noSuchStory',
  ],
  [
    'retryJob',
    'editor admin system',
    (actor) => runCommand(db(), actor, retryJob, { id: 'none' }),
    'invalid',
  ],
  [
    'publishFront',
    'editor admin system',
    (actor) =>
      runCommand(
        db(),
        actor,
        publishFront,
        {
          choice: { pins: [{ place: 0, id: 404 }], blocks: [], breaking: null },
          expectedEdition: null,
        },
        noon,
      ),
    'pinNotPublic',
  ],
  [
    'setFrontPins',
    'editor admin system',
    (actor) =>
      runCommand(db(), actor, setFrontPins, { pins: [{ id: 404 }], expectedIds: null }, noon),
    'pinNotPublic',
  ],
  [
    'addCategory',
    'admin system',
    (actor) =>
      runCommand(db(), actor, addCategory, { slug: 'nowhere', name: 'কোথাও', parent: 'nowhere' }),
    'noSuchCategory',
  ],
  [
    'renameCategory',
    'admin system',
    (actor) => runCommand(db(), actor, renameCategory, { slug: 'nowhere', name: 'কোথাও' }),
    'noSuchCategory',
  ],
  [
    'mergeCategories',
    'admin system',
    (actor) => runCommand(db(), actor, mergeCategories, { slug: 'nowhere', into: 'sports' }, noon),
    'noSuchCategory',
  ],
  [
    'orderCategories',
    'admin system',
    (actor) => runCommand(db(), actor, orderCategories, { parent: 'nowhere', slugs: ['sports'] }),
    'noSuchCategory',
  ],
  [
    'renameSelf',
    'reporter subEditor editor admin',
    (actor) => runCommand(db(), actor, renameSelf, { name: ' ' }),
    'invalid',
  ],
  [
    'changePassword',
    'reporter subEditor editor admin',
    (actor) =>
      runCommand(
        db(),
        actor,
        changePassword,
        { current: 'x', password: 'short', currentSessionId: 'none' },
        noon,
      ),
    'invalid',
  ],
  [
    'endSession',
    'reporter subEditor editor admin',
    (actor) => runCommand(db(), actor, endSession, { id: 'nobody’s' }),
    'noSuchSession',
  ],
  [
    'endSessions',
    'reporter subEditor editor admin',
    (actor) => runCommand(db(), actor, endSessions, wrong({ id: 7 })),
    'invalid',
  ],
  [
    'beginTwoStep',
    'reporter subEditor editor admin',
    (actor) => runCommand(db(), actor, beginTwoStep, { current: '', headers: new Headers() }, noon),
    'invalid',
  ],
  [
    'confirmTwoStep',
    'reporter subEditor editor admin',
    (actor) => runCommand(db(), actor, confirmTwoStep, { code: '', headers: new Headers() }, noon),
    'invalid',
  ],
  [
    'endTwoStep',
    'reporter subEditor editor admin',
    (actor) => runCommand(db(), actor, endTwoStep, { current: '', headers: new Headers() }, noon),
    'invalid',
  ],
  [
    'renewRecoveryCodes',
    'reporter subEditor editor admin',
    (actor) =>
      runCommand(db(), actor, renewRecoveryCodes, { current: '', headers: new Headers() }, noon),
    'invalid',
  ],
  [
    'invitePerson',
    'admin',
    (actor) =>
      runCommand(
        db(),
        actor,
        invitePerson,
        { ...someone, role: 'reporter', contributorId: 404 },
        noon,
      ),
    'noSuchContributor',
  ],
  [
    'editPerson',
    'admin',
    (actor) => runCommand(db(), actor, editPerson, { id, ...someone }),
    'noSuchPerson',
  ],
  [
    'changeRole',
    'admin',
    (actor) => runCommand(db(), actor, changeRole, { id, role: 'admin' }),
    'noSuchPerson',
  ],
  [
    'linkContributor',
    'admin',
    (actor) => runCommand(db(), actor, linkContributor, { id, contributorId: null }),
    'noSuchPerson',
  ],
  ['blockPerson', 'admin', (actor) => runCommand(db(), actor, blockPerson, { id }), 'noSuchPerson'],
  [
    'unblockPerson',
    'admin',
    (actor) => runCommand(db(), actor, unblockPerson, { id }),
    'noSuchPerson',
  ],
  [
    'endPersonSessions',
    'admin',
    (actor) => runCommand(db(), actor, endPersonSessions, { id }),
    'noSuchPerson',
  ],
  [
    'withdrawInvitation',
    'admin',
    (actor) => runCommand(db(), actor, withdrawInvitation, { id }),
    'noSuchPerson',
  ],
  [
    'makeResetLink',
    'admin',
    (actor) => runCommand(db(), actor, makeResetLink, { id }, noon),
    'noSuchPerson',
  ],
  [
    'editPaper',
    'admin system',
    (actor) => runCommand(db(), actor, editPaper, wrong({ name: ' ' })),
    'invalid',
  ],
  [
    'decideSettings',
    'admin system',
    (actor) => runCommand(db(), actor, decideSettings, wrong({ twoStep: 'sometimes' })),
    'invalid',
  ],
  [
    'importRedirects',
    'admin system',
    (actor) => importRedirects(db(), actor, wrong({ rows: 'all' })),
    'invalid',
  ],
  [
    'editContributor',
    'editor admin system',
    (actor) =>
      runCommand(db(), actor, editContributor, { id: 404, name: 'কেউ', kind: 'person', bio: '' }),
    'noSuchContributor',
  ],
  [
    'editTopic',
    'editor admin system',
    (actor) => runCommand(db(), actor, editTopic, { id: 404, name: 'কিছু' }),
    'noSuchTopic',
  ],
  [
    'editSource',
    'editor admin system',
    (actor) => runCommand(db(), actor, editSource, { id: 404, name: 'কিছু', url: null }),
    'noSuchSource',
  ],
  [
    'mergeContributors',
    'editor admin system',
    (actor) => runCommand(db(), actor, mergeContributors, { id: 404, intoId: 405 }, noon),
    'noSuchContributor',
  ],
  [
    'mergeTopics',
    'editor admin system',
    (actor) => runCommand(db(), actor, mergeTopics, { id: 404, intoId: 405 }, noon),
    'noSuchTopic',
  ],
  [
    'mergeSources',
    'editor admin system',
    (actor) => runCommand(db(), actor, mergeSources, { id: 404, intoId: 405 }, noon),
    'noSuchSource',
  ],
  [
    'makeAdminLink',
    'system',
    (actor) => runCommand(db(), actor, makeAdminLink, wrong({ x: 1 }), noon),
    'invalid',
  ],
  [
    'rescueAdmin',
    'system',
    (actor) => runCommand(db(), actor, rescueAdmin, { email: someone.email }, noon),
    'noSuchPerson',
  ],
]

beforeAll(async () => {
  await resetToTestPaper()
})

describe('every command asks itself who acts', () => {
  test.each(commands)('%s: %s', async (_, who, command, refusal) => {
    const before = await dumpDatabase()
    const everybody = [null, ...roles.map(testActor)]

    const outcomes = await Promise.all(everybody.map(command))

    expect(outcomes).toMatchObject([
      { ok: false, reason: 'notSignedIn' },
      ...roles.map((role) => ({
        ok: false,
        reason: who.split(' ').includes(role) ? refusal : 'notAllowed',
      })),
    ])
    expect(await dumpDatabase()).toEqual(before)
  })
})

/** A one-time link is the permission of these: lib/users/one-time-link-commands.db.test.ts. */
/** No way in but the terminal: lib/import/commands.db.test.ts. */
const byImport: CommandName = 'importStories'
const byOneTimeLink: CommandName[] = ['comeAsAdmin', 'choosePassword']

/** The modules that hold commands. */
function listCommandFiles(): string[] {
  const files = readdirSync('lib', { recursive: true, encoding: 'utf8' })
  return files.filter((file) => /(?:^|[/-])commands\.ts$/.test(file))
}

const isDefinition = (value: unknown): value is CommandDefinition<never, never, never> =>
  typeof value === 'object' && value !== null && 'permission' in value && 'run' in value

test('no command is left out above', async () => {
  const modules = await Promise.all(
    listCommandFiles().map((file) => import(resolve('lib', file)) as Promise<object>),
  )
  const exported = modules
    .flatMap((module) => Object.values(module))
    .filter(isDefinition)
    .map(({ name }) => name)
  const tested = commands.map(([name]) => name)

  expect(exported.filter((name) => !tested.includes(name))).toEqual([])
  expect(commandNames.filter((name) => !tested.includes(name))).toEqual([
    byImport,
    ...byOneTimeLink,
  ])
})

test('commands stand in files of commands', () => {
  const files = readdirSync('lib', { recursive: true, encoding: 'utf8' })
  const known = new Set([...listCommandFiles(), 'commands/command.ts'])

  const others = files.filter(
    (file) =>
      /(?<!\.test)\.tsx?$/.test(file) &&
      !file.startsWith('db/generated') &&
      !known.has(file) &&
      /\bdefineCommand\b/.test(readFileSync(join('lib', file), 'utf8')),
  )
  expect(others).toEqual([])
})
