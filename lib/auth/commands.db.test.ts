import { beforeAll, describe, expect, test } from 'vitest'
import * as editing from '@/lib/articles/edit-commands'
import * as publishing from '@/lib/articles/publish-commands'
import * as ordering from '@/lib/categories/commands'
import { db } from '@/lib/db/client'
import * as fronting from '@/lib/front/commands'
import * as picturing from '@/lib/media/commands'
import { blankContent } from '@/lib/newsroom/content'
import * as copying from '@/lib/newsroom/copy-commands'
import type { Outcome } from '@/lib/outcome'
import * as naming from '@/lib/people/commands'
import { emptyPaper, noon, wholeDatabase } from '@/scripts/test/little-paper'
import { actor, roles } from '@/scripts/test/newsroom'
import type { Actor } from './roles'

const { draftStory, noteChange, tidyStory } = editing
const { moveStory, publishStory, restoreStory, scheduleStory, settleDue } = publishing
const { unscheduleStory, withdrawStory } = publishing
const { addCategory, mergeCategories, orderCategories, renameCategory } = ordering
const { setFrontPins } = fronting
const { commitCopy, leaveStory, newStory, openWorkingCopy, saveWorkingCopy } = copying
const { settleParked, stayPresent, takeOver } = copying
const { addContributor, addSource, addTopic } = naming
const { describePicture, uploadPicture } = picturing

type Command = (by: Actor | null) => Promise<Pick<Outcome, 'ok'>>

// What each is about is not there: a command that lets somebody in says so.
const story = { id: 404, expectedVersion: null }
const place = { articleId: 404, tab: 'tab-of-tests' }
const written = { ...place, onVersion: 1, attempt: 'attempt-1' }
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
    'notAPicture',
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

test('no command is left out above', () => {
  // The installation's own way of taking a picture in: part of the seed and of the import, never of a request.
  const { addPicture: _, ...pictures } = picturing
  const all = {
    ...editing,
    ...publishing,
    ...ordering,
    ...fronting,
    ...naming,
    ...pictures,
    ...copying,
  }

  expect(commands.map(([name]) => name).toSorted()).toEqual(Object.keys(all).toSorted())
})
