import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import * as editing from '@/lib/articles/edit-commands'
import * as publishing from '@/lib/articles/publish-commands'
import * as ordering from '@/lib/categories/commands'
import { db } from '@/lib/db/client'
import * as fronting from '@/lib/front/commands'
import * as queueing from '@/lib/jobs/queue-commands'
import * as picturing from '@/lib/media/commands'
import * as uploading from '@/lib/media/upload-commands'
import { blankContent } from '@/lib/newsroom/content'
import * as copying from '@/lib/newsroom/copy-commands'
import * as previewing from '@/lib/newsroom/link-commands'
import * as deciding from '@/lib/newsroom/publish-commands'
import * as revising from '@/lib/newsroom/revision-commands'
import * as trashing from '@/lib/newsroom/trash-commands'
import type { Outcome } from '@/lib/outcome'
import * as settling from '@/lib/paper/commands'
import * as naming from '@/lib/people/commands'
import * as keeping from '@/lib/people/keep-commands'
import * as carding from '@/lib/photocards/commands'
import * as redirecting from '@/lib/redirects/commands'
import { emptyPaper, noon, wholeDatabase } from '@/scripts/test/little-paper'
import { actor, roles } from '@/scripts/test/newsroom'
import * as owning from './account-commands'
import * as linking from './link-commands'
import type { Actor } from './roles'
import * as staffing from './staff-commands'
import * as stepping from './two-step-commands'

const { draftStory, noteChange, tidyStory } = editing
const { moveStory, publishStory, restoreStory, scheduleStory, settleDue } = publishing
const { unscheduleStory, withdrawStory } = publishing
const { addCategory, mergeCategories, orderCategories, renameCategory } = ordering
const { publishFront, setFrontPins } = fronting
const { commitCopy, leaveStory, newStory, openWorkingCopy, saveWorkingCopy } = copying
const { settleParked, stayPresent, takeOver } = copying
const { addContributor, addSource, addTopic } = naming
const { deletePicture, describePicture, uploadPicture } = picturing
const { createPreviewLink, revokePreviewLink } = previewing

const { noteCopy, proveStory, publishCopy, scheduleCopy, sendBack } = deciding
const { setEmbargo, submitStory, tidyCopy } = deciding
const { retryJob, retryQueuedJob } = queueing
const { beginUpload, takeUpload } = uploading
const { restoreRevision } = revising
const { makePhotocard } = carding
const { trashStory, untrashStory } = trashing
const { decideSettings, editPaper } = settling
const { importRedirects } = redirecting
const { editContributor, editSource, editTopic } = keeping
const { mergeContributors, mergeSources, mergeTopics } = keeping
const { changePassword, endSession, endSessions, renameSelf } = owning
const { makeAdminLink, rescueAdmin } = linking
const { beginTwoStep, confirmTwoStep, endTwoStep, renewRecoveryCodes } = stepping
const { blockPerson, changeRole, editPerson, endPersonSessions, invitePerson } = staffing
const { linkContributor, makeResetLink, unblockPerson, withdrawInvitation } = staffing

type Command = (by: Actor | null) => Promise<Pick<Outcome, 'ok'>>

// What each is about is not there: a command that lets somebody in says so.
const story = { id: 404, expectedVersion: null }
const place = { articleId: 404, tab: 'tab-of-tests' }
const written = { ...place, onVersion: 1, attempt: 'attempt-1' }
const id = 'nobody’s'
const photocard = {
  ...{ articleId: 404, key: '0'.repeat(32), size: 'square' as const, hasPicture: false },
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
    (by) => draftStory(db(), by, { headline: 'খবর', body: [], category: 'nowhere' }, noon),
    'noSuchCategory',
  ],
  [
    'tidyStory',
    'reporter subEditor editor admin system',
    (by) => tidyStory(db(), by, story, noon),
    'noSuchStory',
  ],
  [
    'addContributor',
    'reporter subEditor editor admin system',
    (by) => addContributor(db(), by, { name: ' ' }),
    'invalid',
  ],
  [
    'addTopic',
    'reporter subEditor editor admin system',
    (by) => addTopic(db(), by, { name: ' ' }),
    'invalid',
  ],
  [
    'addSource',
    'reporter subEditor editor admin system',
    (by) => addSource(db(), by, { name: ' ' }),
    'invalid',
  ],
  [
    'uploadPicture',
    'reporter subEditor editor admin system',
    (by) => uploadPicture(db(), by, { bytes: Buffer.from('<svg/>') }),
    'pictureSvg',
  ],
  [
    'deletePicture',
    'reporter subEditor editor admin system',
    (by) => deletePicture(db(), by, { id: 404 }),
    'noSuchPicture',
  ],
  [
    'beginUpload',
    'reporter subEditor editor admin system',
    (by) => beginUpload(db(), by, { bytes: 0 }, noon),
    'invalid',
  ],
  [
    'takeUpload',
    'reporter subEditor editor admin system',
    (by) => takeUpload(db(), by, { id: 'nobody’s' }),
    'noSuchUpload',
  ],
  [
    'trashStory',
    'reporter subEditor editor admin system',
    (by) => trashStory(db(), by, story, noon),
    'noSuchStory',
  ],
  [
    'untrashStory',
    'reporter subEditor editor admin system',
    (by) => untrashStory(db(), by, story, noon),
    'noSuchStory',
  ],
  [
    'describePicture',
    'reporter subEditor editor admin system',
    (by) => describePicture(db(), by, { id: 404, alt: 'নৌকা' }),
    'noSuchPicture',
  ],
  [
    'noteChange',
    'subEditor editor admin system',
    (by) => noteChange(db(), by, { ...story, kind: 'update', note: 'নতুন তথ্য' }, noon),
    'noSuchStory',
  ],
  [
    'publishStory',
    'editor admin system',
    (by) => publishStory(db(), by, story, noon),
    'noSuchStory',
  ],
  [
    'scheduleStory',
    'editor admin system',
    (by) => scheduleStory(db(), by, { ...story, publishAt: noon }, noon),
    'noSuchStory',
  ],
  [
    'unscheduleStory',
    'editor admin system',
    (by) => unscheduleStory(db(), by, story, noon),
    'noSuchStory',
  ],
  ['settleDue', 'system', (by) => settleDue(db(), by, { id: 404 }, noon), 'noSuchStory'],
  [
    'withdrawStory',
    'editor admin system',
    (by) => withdrawStory(db(), by, { ...story, reason: 'ভুল' }, noon),
    'noSuchStory',
  ],
  [
    'restoreStory',
    'editor admin system',
    (by) => restoreStory(db(), by, story, noon),
    'noSuchStory',
  ],
  [
    'moveStory',
    'editor admin system',
    (by) => moveStory(db(), by, { ...story, category: 'sports' }, noon),
    'noSuchStory',
  ],
  [
    'newStory',
    'reporter subEditor editor admin system',
    (by) => newStory(db(), by, { key: 'form-of-tests', category: 'nowhere' }, noon),
    'noSuchCategory',
  ],
  [
    'openWorkingCopy',
    'reporter subEditor editor admin',
    (by) => openWorkingCopy(db(), by, place, noon),
    'noSuchStory',
  ],
  [
    'stayPresent',
    'reporter subEditor editor admin',
    (by) => stayPresent(db(), by, place, noon),
    'noSuchStory',
  ],
  [
    'leaveStory',
    'reporter subEditor editor admin',
    (by) => leaveStory(db(), by, place, noon),
    'noSuchStory',
  ],
  [
    'saveWorkingCopy',
    'reporter subEditor editor admin',
    (by) => saveWorkingCopy(db(), by, { ...written, content: blankContent('national') }, noon),
    'noSuchStory',
  ],
  [
    'takeOver',
    'reporter subEditor editor admin',
    (by) => takeOver(db(), by, { ...place, from: null }, noon),
    'noSuchStory',
  ],
  [
    'settleParked',
    'reporter subEditor editor admin',
    (by) => settleParked(db(), by, { ...written, parkedId: 404, content: null }, noon),
    'noSuchStory',
  ],
  [
    'commitCopy',
    'reporter subEditor editor admin system',
    (by) => commitCopy(db(), by, { ...story, copyVersion: null }, noon),
    'noSuchStory',
  ],
  [
    'createPreviewLink',
    'reporter subEditor editor admin system',
    (by) => createPreviewLink(db(), by, previewLink, noon),
    'noSuchStory',
  ],
  [
    'revokePreviewLink',
    'reporter subEditor editor admin system',
    (by) => revokePreviewLink(db(), by, { articleId: 404, id: previewLink.key }, noon),
    'noSuchStory',
  ],
  [
    'makePhotocard',
    'subEditor editor admin system',
    (by) => makePhotocard(db(), by, photocard, noon),
    'noSuchStory',
  ],
  [
    'restoreRevision',
    'reporter subEditor editor admin system',
    (by) => restoreRevision(db(), by, { ...story, number: 1 }, noon),
    'noSuchStory',
  ],
  [
    'submitStory',
    'reporter subEditor editor admin',
    (by) => submitStory(db(), by, { ...story, copyVersion: null }, noon),
    'noSuchStory',
  ],
  [
    'sendBack',
    'subEditor editor admin system',
    (by) => sendBack(db(), by, { ...story, copyVersion: null, note: 'আবার দেখুন' }, noon),
    'noSuchStory',
  ],
  [
    'publishCopy',
    'editor admin system',
    (by) => publishCopy(db(), by, { ...story, copyVersion: null }, noon),
    'noSuchStory',
  ],
  [
    'scheduleCopy',
    'editor admin system',
    (by) => scheduleCopy(db(), by, { ...story, copyVersion: null, publishAt: noon }, noon),
    'noSuchStory',
  ],
  [
    'setEmbargo',
    'editor admin system',
    (by) => setEmbargo(db(), by, { ...story, embargoUntil: null }, noon),
    'noSuchStory',
  ],
  [
    'noteCopy',
    'subEditor editor admin system',
    (by) => noteCopy(db(), by, { ...story, copyVersion: null, kind: 'update', note: 'তথ্য' }, noon),
    'noSuchStory',
  ],
  [
    'tidyCopy',
    'subEditor editor admin system',
    (by) => tidyCopy(db(), by, { ...story, copyVersion: null }, noon),
    'noSuchStory',
  ],
  [
    'proveStory',
    'subEditor editor admin system',
    (by) => proveStory(db(), by, { id: 404 }, noon),
    'noSuchStory',
  ],
  ['retryJob', 'editor admin system', (by) => retryJob(db(), by, { id: 'none' }), 'invalid'],
  ['retryQueuedJob', 'editor admin system', (by) => retryQueuedJob(by, { id: 'none' }), 'invalid'],
  [
    'publishFront',
    'editor admin system',
    (by) =>
      publishFront(
        db(),
        by,
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
    (by) => setFrontPins(db(), by, { pins: [{ id: 404 }], expectedIds: null }, noon),
    'pinNotPublic',
  ],
  [
    'addCategory',
    'admin system',
    (by) => addCategory(db(), by, { slug: 'nowhere', name: 'কোথাও', parent: 'nowhere' }),
    'noSuchCategory',
  ],
  [
    'renameCategory',
    'admin system',
    (by) => renameCategory(db(), by, { slug: 'nowhere', name: 'কোথাও' }),
    'noSuchCategory',
  ],
  [
    'mergeCategories',
    'admin system',
    (by) => mergeCategories(db(), by, { slug: 'nowhere', into: 'sports' }, noon),
    'noSuchCategory',
  ],
  [
    'orderCategories',
    'admin system',
    (by) => orderCategories(db(), by, { parent: 'nowhere', slugs: ['sports'] }),
    'noSuchCategory',
  ],
  [
    'renameSelf',
    'reporter subEditor editor admin',
    (by) => renameSelf(db(), by, { name: ' ' }),
    'invalid',
  ],
  [
    'changePassword',
    'reporter subEditor editor admin',
    (by) => changePassword(db(), by, { current: 'x', password: 'short' }, 'none', noon),
    'invalid',
  ],
  [
    'endSession',
    'reporter subEditor editor admin',
    (by) => endSession(db(), by, { id: 'nobody’s' }),
    'noSuchSession',
  ],
  [
    'endSessions',
    'reporter subEditor editor admin',
    (by) => endSessions(db(), by, wrong({ id: 7 })),
    'invalid',
  ],
  [
    'beginTwoStep',
    'reporter subEditor editor admin',
    (by) => beginTwoStep(db(), by, new Headers(), { current: '' }, noon),
    'invalid',
  ],
  [
    'confirmTwoStep',
    'reporter subEditor editor admin',
    (by) => confirmTwoStep(db(), by, new Headers(), { code: '' }, noon),
    'invalid',
  ],
  [
    'endTwoStep',
    'reporter subEditor editor admin',
    (by) => endTwoStep(db(), by, new Headers(), { current: '' }, noon),
    'invalid',
  ],
  [
    'renewRecoveryCodes',
    'reporter subEditor editor admin',
    (by) => renewRecoveryCodes(db(), by, new Headers(), { current: '' }, noon),
    'invalid',
  ],
  [
    'invitePerson',
    'admin',
    (by) => invitePerson(db(), by, { ...someone, role: 'reporter', contributorId: 404 }, noon),
    'noSuchContributor',
  ],
  ['editPerson', 'admin', (by) => editPerson(db(), by, { id, ...someone }), 'noSuchPerson'],
  ['changeRole', 'admin', (by) => changeRole(db(), by, { id, role: 'admin' }), 'noSuchPerson'],
  [
    'linkContributor',
    'admin',
    (by) => linkContributor(db(), by, { id, contributorId: null }),
    'noSuchPerson',
  ],
  ['blockPerson', 'admin', (by) => blockPerson(db(), by, { id }), 'noSuchPerson'],
  ['unblockPerson', 'admin', (by) => unblockPerson(db(), by, { id }), 'noSuchPerson'],
  ['endPersonSessions', 'admin', (by) => endPersonSessions(db(), by, { id }), 'noSuchPerson'],
  ['withdrawInvitation', 'admin', (by) => withdrawInvitation(db(), by, { id }), 'noSuchPerson'],
  ['makeResetLink', 'admin', (by) => makeResetLink(db(), by, { id }, noon), 'noSuchPerson'],
  ['editPaper', 'admin system', (by) => editPaper(db(), by, wrong({ name: ' ' })), 'invalid'],
  [
    'decideSettings',
    'admin system',
    (by) => decideSettings(db(), by, wrong({ twoStep: 'sometimes' })),
    'invalid',
  ],
  [
    'importRedirects',
    'admin system',
    (by) => importRedirects(db(), by, wrong({ rows: 'all' })),
    'invalid',
  ],
  [
    'editContributor',
    'editor admin system',
    (by) => editContributor(db(), by, { id: 404, name: 'কেউ', kind: 'person', bio: '' }),
    'noSuchContributor',
  ],
  [
    'editTopic',
    'editor admin system',
    (by) => editTopic(db(), by, { id: 404, name: 'কিছু' }),
    'noSuchTopic',
  ],
  [
    'editSource',
    'editor admin system',
    (by) => editSource(db(), by, { id: 404, name: 'কিছু', url: null }),
    'noSuchSource',
  ],
  [
    'mergeContributors',
    'editor admin system',
    (by) => mergeContributors(db(), by, { id: 404, intoId: 405 }, noon),
    'noSuchContributor',
  ],
  [
    'mergeTopics',
    'editor admin system',
    (by) => mergeTopics(db(), by, { id: 404, intoId: 405 }, noon),
    'noSuchTopic',
  ],
  [
    'mergeSources',
    'editor admin system',
    (by) => mergeSources(db(), by, { id: 404, intoId: 405 }, noon),
    'noSuchSource',
  ],
  ['makeAdminLink', 'system', (by) => makeAdminLink(db(), by, wrong({ x: 1 }), noon), 'invalid'],
  [
    'rescueAdmin',
    'system',
    (by) => rescueAdmin(db(), by, { email: someone.email }, noon),
    'noSuchPerson',
  ],
]

beforeAll(async () => {
  await emptyPaper()
})

describe('every command asks itself who acts', () => {
  test.each(commands)('%s: %s', async (_, who, command, refusal) => {
    const before = await wholeDatabase()
    const everybody = [null, ...roles.map(actor)]

    const outcomes = await Promise.all(everybody.map(command))

    expect(outcomes).toMatchObject([
      { ok: false, reason: 'notSignedIn' },
      ...roles.map((role) => ({
        ok: false,
        reason: who.split(' ').includes(role) ? refusal : 'notAllowed',
      })),
    ])
    expect(await wholeDatabase()).toEqual(before)
  })
})

/** Not in the table, because nobody of the newsroom acts. */
const byKey = [
  // The installation's own way of taking stories and pictures in: part of the seed and of the import, never of a request.
  ...['addPicture', 'addStory', 'completeStory', 'importStories', 'clearUploads'],
  // A one-time link is the right to these: lib/auth/link-commands.db.test.ts.
  'comeAsAdmin',
  'choosePassword',
]
/** Beside the commands in their files: they write nothing, or are part of one. */
const noCommands = [
  'accountOf',
  'snapshotOf',
  'makeLink',
  'findLink',
  'whyNotPassword',
  'beforehand',
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

  const tried = commands.map(([name]) => name)
  const left = all.filter((name) => ![...byKey, ...noCommands, ...tried].includes(name))
  expect(left).toEqual([])
  expect(tried.filter((name) => !all.includes(name))).toEqual([])
})

test('commands stand in files of commands', () => {
  const files = readdirSync('lib', { recursive: true, encoding: 'utf8' })
  const known = new Set([...listCommandFiles(), 'auth/perform.ts'])

  const others = files.filter(
    (file) =>
      /(?<!\.test)\.tsx?$/.test(file) &&
      !file.startsWith('db/generated') &&
      !known.has(file) &&
      /\bperform\(/.test(readFileSync(join('lib', file), 'utf8')),
  )
  expect(others).toEqual([])
})
