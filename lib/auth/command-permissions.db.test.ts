import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import * as editing from '@/lib/articles/edit-commands'
import * as publishing from '@/lib/articles/publish-commands'
import * as ordering from '@/lib/categories/commands'
import { db } from '@/lib/db/client'
import * as fronting from '@/lib/front/commands'
import * as picturing from '@/lib/media/commands'
import * as uploading from '@/lib/media/upload/upload-commands'
import { blankContent } from '@/lib/newsroom/draft/story-content'
import * as copying from '@/lib/newsroom/draft/working-copy-commands'
import * as previewing from '@/lib/newsroom/preview/preview-link-commands'
import * as deciding from '@/lib/newsroom/publish/publish-commands'
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
import type { Actor } from './roles'

const { draftStory, noteChange, editStory: tidyStory } = editing
const {
  moveStory,
  publishStory,
  restoreStory,
  scheduleStory,
  finalizeScheduled: settleDue,
} = publishing
const { unscheduleStory, withdrawStory } = publishing
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

const {
  noteCopy,
  requestPublicationCheck: proveStory,
  publishCopy,
  scheduleCopy,
  sendBack,
} = deciding
const { setEmbargo, submitStory, tidyCopy } = deciding
const { retryJob, retryQueuedJob } = queueing
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
const commands: [name: string, who: string, Command, refusal: string][] = [
  [
    'draftStory',
    'reporter subEditor editor admin system',
    (actor) => draftStory(db(), actor, { headline: 'খবর', body: [], category: 'nowhere' }, noon),
    'noSuchCategory',
  ],
  [
    'editStory',
    'reporter subEditor editor admin system',
    (actor) => tidyStory(db(), actor, story, noon),
    'noSuchStory',
  ],
  [
    'addContributor',
    'reporter subEditor editor admin system',
    (actor) => addContributor(db(), actor, { name: ' ' }),
    'invalid',
  ],
  [
    'addTopic',
    'reporter subEditor editor admin system',
    (actor) => addTopic(db(), actor, { name: ' ' }),
    'invalid',
  ],
  [
    'addSource',
    'reporter subEditor editor admin system',
    (actor) => addSource(db(), actor, { name: ' ' }),
    'invalid',
  ],
  [
    'uploadPicture',
    'reporter subEditor editor admin system',
    (actor) => uploadPicture(db(), actor, { bytes: Buffer.from('<svg/>') }),
    'pictureSvg',
  ],
  [
    'deletePicture',
    'reporter subEditor editor admin system',
    (actor) => deletePicture(db(), actor, { id: 404 }),
    'noSuchPicture',
  ],
  [
    'beginUpload',
    'reporter subEditor editor admin system',
    (actor) => beginUpload(db(), actor, { bytes: 0 }, noon),
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
    (actor) => trashStory(db(), actor, story, noon),
    'noSuchStory',
  ],
  [
    'untrashStory',
    'reporter subEditor editor admin system',
    (actor) => untrashStory(db(), actor, story, noon),
    'noSuchStory',
  ],
  [
    'describePicture',
    'reporter subEditor editor admin system',
    (actor) => describePicture(db(), actor, { id: 404, alt: 'নৌকা' }),
    'noSuchPicture',
  ],
  [
    'noteChange',
    'subEditor editor admin system',
    (actor) => noteChange(db(), actor, { ...story, kind: 'update', note: 'নতুন তথ্য' }, noon),
    'noSuchStory',
  ],
  [
    'publishStory',
    'editor admin system',
    (actor) => publishStory(db(), actor, story, noon),
    'noSuchStory',
  ],
  [
    'scheduleStory',
    'editor admin system',
    (actor) => scheduleStory(db(), actor, { ...story, publishAt: noon }, noon),
    'noSuchStory',
  ],
  [
    'unscheduleStory',
    'editor admin system',
    (actor) => unscheduleStory(db(), actor, story, noon),
    'noSuchStory',
  ],
  [
    'finalizeScheduled',
    'system',
    (actor) => settleDue(db(), actor, { id: 404 }, noon),
    'noSuchStory',
  ],
  [
    'withdrawStory',
    'editor admin system',
    (actor) => withdrawStory(db(), actor, { ...story, reason: 'ভুল' }, noon),
    'noSuchStory',
  ],
  [
    'restoreStory',
    'editor admin system',
    (actor) => restoreStory(db(), actor, story, noon),
    'noSuchStory',
  ],
  [
    'moveStory',
    'editor admin system',
    (actor) => moveStory(db(), actor, { ...story, category: 'sports' }, noon),
    'noSuchStory',
  ],
  [
    'newStory',
    'reporter subEditor editor admin system',
    (actor) => newStory(db(), actor, { key: 'form-of-tests', category: 'nowhere' }, noon),
    'noSuchCategory',
  ],
  [
    'openWorkingCopy',
    'reporter subEditor editor admin',
    (actor) => openWorkingCopy(db(), actor, place, noon),
    'noSuchStory',
  ],
  [
    'stayPresent',
    'reporter subEditor editor admin',
    (actor) => stayPresent(db(), actor, place, noon),
    'noSuchStory',
  ],
  [
    'leaveStory',
    'reporter subEditor editor admin',
    (actor) => leaveStory(db(), actor, place, noon),
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
    (actor) => takeOver(db(), actor, { ...place, from: null }, noon),
    'noSuchStory',
  ],
  [
    'settleParked',
    'reporter subEditor editor admin',
    (actor) => settleParked(db(), actor, { ...written, conflictCopyId: 404, content: null }, noon),
    'noSuchStory',
  ],
  [
    'commitCopy',
    'reporter subEditor editor admin system',
    (actor) => commitCopy(db(), actor, { ...story, copyVersion: null }, noon),
    'noSuchStory',
  ],
  [
    'createPreviewLink',
    'reporter subEditor editor admin system',
    (actor) => createPreviewLink(db(), actor, previewLink, noon),
    'noSuchStory',
  ],
  [
    'revokePreviewLink',
    'reporter subEditor editor admin system',
    (actor) => revokePreviewLink(db(), actor, { articleId: 404, id: previewLink.key }, noon),
    'noSuchStory',
  ],
  [
    'makePhotocard',
    'subEditor editor admin system',
    (actor) => makePhotocard(db(), actor, photocard, noon),
    'noSuchStory',
  ],
  [
    'restoreRevision',
    'reporter subEditor editor admin system',
    (actor) => restoreRevision(db(), actor, { ...story, number: 1 }, noon),
    'noSuchStory',
  ],
  [
    'submitStory',
    'reporter subEditor editor admin',
    (actor) => submitStory(db(), actor, { ...story, copyVersion: null }, noon),
    'noSuchStory',
  ],
  [
    'sendBack',
    'subEditor editor admin system',
    (actor) => sendBack(db(), actor, { ...story, copyVersion: null, note: 'আবার দেখুন' }, noon),
    'noSuchStory',
  ],
  [
    'publishCopy',
    'editor admin system',
    (actor) => publishCopy(db(), actor, { ...story, copyVersion: null }, noon),
    'noSuchStory',
  ],
  [
    'scheduleCopy',
    'editor admin system',
    (actor) => scheduleCopy(db(), actor, { ...story, copyVersion: null, publishAt: noon }, noon),
    'noSuchStory',
  ],
  [
    'setEmbargo',
    'editor admin system',
    (actor) => setEmbargo(db(), actor, { ...story, embargoUntil: null }, noon),
    'noSuchStory',
  ],
  [
    'noteCopy',
    'subEditor editor admin system',
    (actor) =>
      noteCopy(db(), actor, { ...story, copyVersion: null, kind: 'update', note: 'তথ্য' }, noon),
    'noSuchStory',
  ],
  [
    'tidyCopy',
    'subEditor editor admin system',
    (actor) => tidyCopy(db(), actor, { ...story, copyVersion: null }, noon),
    'noSuchStory',
  ],
  [
    'proveStory',
    'subEditor editor admin system',
    (actor) => proveStory(db(), actor, { id: 404 }, noon),
    'noSuchStory',
  ],
  ['retryJob', 'editor admin system', (actor) => retryJob(db(), actor, { id: 'none' }), 'invalid'],
  [
    'retryQueuedJob',
    'editor admin system',
    (actor) => retryQueuedJob(actor, { id: 'none' }),
    'invalid',
  ],
  [
    'publishFront',
    'editor admin system',
    (actor) =>
      publishFront(
        db(),
        actor,
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
    (actor) => setFrontPins(db(), actor, { pins: [{ id: 404 }], expectedIds: null }, noon),
    'pinNotPublic',
  ],
  [
    'addCategory',
    'admin system',
    (actor) => addCategory(db(), actor, { slug: 'nowhere', name: 'কোথাও', parent: 'nowhere' }),
    'noSuchCategory',
  ],
  [
    'renameCategory',
    'admin system',
    (actor) => renameCategory(db(), actor, { slug: 'nowhere', name: 'কোথাও' }),
    'noSuchCategory',
  ],
  [
    'mergeCategories',
    'admin system',
    (actor) => mergeCategories(db(), actor, { slug: 'nowhere', into: 'sports' }, noon),
    'noSuchCategory',
  ],
  [
    'orderCategories',
    'admin system',
    (actor) => orderCategories(db(), actor, { parent: 'nowhere', slugs: ['sports'] }),
    'noSuchCategory',
  ],
  [
    'renameSelf',
    'reporter subEditor editor admin',
    (actor) => renameSelf(db(), actor, { name: ' ' }),
    'invalid',
  ],
  [
    'changePassword',
    'reporter subEditor editor admin',
    (actor) => changePassword(db(), actor, { current: 'x', password: 'short' }, 'none', noon),
    'invalid',
  ],
  [
    'endSession',
    'reporter subEditor editor admin',
    (actor) => endSession(db(), actor, { id: 'nobody’s' }),
    'noSuchSession',
  ],
  [
    'endSessions',
    'reporter subEditor editor admin',
    (actor) => endSessions(db(), actor, wrong({ id: 7 })),
    'invalid',
  ],
  [
    'beginTwoStep',
    'reporter subEditor editor admin',
    (actor) => beginTwoStep(db(), actor, new Headers(), { current: '' }, noon),
    'invalid',
  ],
  [
    'confirmTwoStep',
    'reporter subEditor editor admin',
    (actor) => confirmTwoStep(db(), actor, new Headers(), { code: '' }, noon),
    'invalid',
  ],
  [
    'endTwoStep',
    'reporter subEditor editor admin',
    (actor) => endTwoStep(db(), actor, new Headers(), { current: '' }, noon),
    'invalid',
  ],
  [
    'renewRecoveryCodes',
    'reporter subEditor editor admin',
    (actor) => renewRecoveryCodes(db(), actor, new Headers(), { current: '' }, noon),
    'invalid',
  ],
  [
    'inviteUser',
    'admin',
    (actor) =>
      invitePerson(db(), actor, { ...someone, role: 'reporter', contributorId: 404 }, noon),
    'noSuchContributor',
  ],
  ['editUser', 'admin', (actor) => editPerson(db(), actor, { id, ...someone }), 'noSuchPerson'],
  [
    'changeRole',
    'admin',
    (actor) => changeRole(db(), actor, { id, role: 'admin' }),
    'noSuchPerson',
  ],
  [
    'linkContributor',
    'admin',
    (actor) => linkContributor(db(), actor, { id, contributorId: null }),
    'noSuchPerson',
  ],
  ['blockUser', 'admin', (actor) => blockPerson(db(), actor, { id }), 'noSuchPerson'],
  ['unblockUser', 'admin', (actor) => unblockPerson(db(), actor, { id }), 'noSuchPerson'],
  ['endUserSessions', 'admin', (actor) => endPersonSessions(db(), actor, { id }), 'noSuchPerson'],
  [
    'withdrawInvitation',
    'admin',
    (actor) => withdrawInvitation(db(), actor, { id }),
    'noSuchPerson',
  ],
  ['createResetLink', 'admin', (actor) => makeResetLink(db(), actor, { id }, noon), 'noSuchPerson'],
  ['editPaper', 'admin system', (actor) => editPaper(db(), actor, wrong({ name: ' ' })), 'invalid'],
  [
    'decideSettings',
    'admin system',
    (actor) => decideSettings(db(), actor, wrong({ twoStep: 'sometimes' })),
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
    (actor) => editContributor(db(), actor, { id: 404, name: 'কেউ', kind: 'person', bio: '' }),
    'noSuchContributor',
  ],
  [
    'editTopic',
    'editor admin system',
    (actor) => editTopic(db(), actor, { id: 404, name: 'কিছু' }),
    'noSuchTopic',
  ],
  [
    'editSource',
    'editor admin system',
    (actor) => editSource(db(), actor, { id: 404, name: 'কিছু', url: null }),
    'noSuchSource',
  ],
  [
    'mergeContributors',
    'editor admin system',
    (actor) => mergeContributors(db(), actor, { id: 404, intoId: 405 }, noon),
    'noSuchContributor',
  ],
  [
    'mergeTopics',
    'editor admin system',
    (actor) => mergeTopics(db(), actor, { id: 404, intoId: 405 }, noon),
    'noSuchTopic',
  ],
  [
    'mergeSources',
    'editor admin system',
    (actor) => mergeSources(db(), actor, { id: 404, intoId: 405 }, noon),
    'noSuchSource',
  ],
  [
    'createAdminLink',
    'system',
    (actor) => makeAdminLink(db(), actor, wrong({ x: 1 }), noon),
    'invalid',
  ],
  [
    'rescueAdmin',
    'system',
    (actor) => rescueAdmin(db(), actor, { email: someone.email }, noon),
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

/** Not in the table, because nobody of the newsroom acts. */
const byOneTimeLink = [
  // The installation's own way of taking stories and pictures in: part of the seed and of the import, never of a request.
  'addPicture',
  'addStory',
  'completeStory',
  'importStories',
  'deleteExpiredUploads',
  // A one-time link is the right to these: lib/users/one-time-link-commands.db.test.ts.
  'registerFirstAdmin',
  'choosePassword',
]
/** Beside the commands in their files: they write nothing, or are part of one. */
const notCommands = [
  'userIdOf',
  'snapshotOf',
  'createLink',
  'findLink',
  'checkOwnPassword',
  'runBeforeTransaction',
  'isOwnUpload',
]

/** The modules that hold commands. */
function listCommandFiles(): string[] {
  const files = readdirSync('lib', { recursive: true, encoding: 'utf8' })
  return files.filter((file) => /(?:^|[/-])commands\.ts$/.test(file))
}

test('no command is left out above', async () => {
  const modules = await Promise.all(
    listCommandFiles().map((file) => import(resolve('lib', file)) as Promise<object>),
  )
  const all = modules.flatMap((module) =>
    Object.entries(module).flatMap(([name, value]) => (typeof value === 'function' ? [name] : [])),
  )

  const tested = commands.map(([name]) => name)
  const missing = all.filter(
    (name) => ![...byOneTimeLink, ...notCommands, ...tested].includes(name),
  )
  expect(missing).toEqual([])
  expect(tested.filter((name) => !all.includes(name))).toEqual([])
})

test('commands stand in files of commands', () => {
  const files = readdirSync('lib', { recursive: true, encoding: 'utf8' })
  const known = new Set([...listCommandFiles(), 'auth/run-command.ts'])

  const others = files.filter(
    (file) =>
      /(?<!\.test)\.tsx?$/.test(file) &&
      !file.startsWith('db/generated') &&
      !known.has(file) &&
      /\brunCommand\(/.test(readFileSync(join('lib', file), 'utf8')),
  )
  expect(others).toEqual([])
})
