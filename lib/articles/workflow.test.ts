import { describe, expect, test } from 'vitest'
import {
  checkEmbargo,
  checkFinalize,
  checkPublic,
  checkPublish,
  checkSchedule,
  checkSendBack,
  checkSubmit,
  checkUnschedule,
  type WorkflowState,
} from './workflow'

const now = new Date('2026-03-26T06:00:00Z')
const past = new Date('2026-03-26T05:00:00Z')
const ahead = new Date('2026-03-26T07:00:00Z')

const story = (state: Partial<WorkflowState>): WorkflowState => ({
  status: 'draft',
  publishAt: null,
  embargoUntil: null,
  isEmpty: false,
  ...state,
})
const draft = story({})
const inReview = story({ status: 'inReview' })
const planned = story({ status: 'scheduled', publishAt: ahead })
const due = story({ status: 'scheduled', publishAt: past })
const atThisInstant = story({ status: 'scheduled', publishAt: now })
const held = story({ status: 'scheduled', publishAt: past, embargoUntil: ahead })
const published = story({ status: 'published', publishAt: past })
const withdrawn = story({ status: 'withdrawn', publishAt: past })

describe('publishing now', () => {
  test.each([
    ['a draft', draft, null],
    ['a story in review', inReview, null],
    ['a planned story before its hour', planned, null],
    ['a planned story whose hour has passed is out already', due, 'alreadyPublished'],
    ['a planned story at its very instant too', atThisInstant, 'alreadyPublished'],
    ['a published story', published, 'alreadyPublished'],
    ['a withdrawn story is restored instead', withdrawn, 'withdrawn'],
    ['a story under embargo', story({ embargoUntil: ahead }), 'embargoed'],
    ['a planned story under embargo', held, 'embargoed'],
    ['an embargo that ends now', story({ embargoUntil: now }), null],
    ['a headline without text', story({ isEmpty: true }), 'emptyStory'],
  ])('%s', (_, state, refusal) => {
    expect(checkPublish(state, now)).toBe(refusal)
  })
})

describe('planning', () => {
  test.each([
    ['a draft, ahead', draft, ahead, null, null],
    ['a planned story anew', planned, ahead, null, null],
    ['an hour that has passed', draft, past, null, 'hourPassed'],
    ['this very instant', draft, now, null, 'hourPassed'],
    ['a passed hour under an embargo that holds', draft, past, ahead, null],
    ['an hour ahead after an embargo that has ended', draft, ahead, past, null],
    ['a story that is out', published, ahead, null, 'alreadyPublished'],
    ['a planned story that is out', due, ahead, null, 'alreadyPublished'],
    ['a withdrawn story', withdrawn, ahead, null, 'withdrawn'],
    ['a headline without text', story({ isEmpty: true }), ahead, null, 'emptyStory'],
  ])('%s', (_, state, publishAt, embargoUntil, refusal) => {
    expect(checkSchedule(state, { publishAt, embargoUntil }, now)).toBe(refusal)
  })
})

describe('taking a plan back', () => {
  test.each([
    ['before its hour', planned, null],
    ['held by an embargo', held, null],
    ['after its hour', due, 'alreadyPublished'],
    ['a published story', published, 'alreadyPublished'],
    ['a draft has none', draft, 'notScheduled'],
    ['a withdrawn story has none', withdrawn, 'notScheduled'],
  ])('%s', (_, state, refusal) => {
    expect(checkUnschedule(state, now)).toBe(refusal)
  })
})

describe('writing down that a planned story is out', () => {
  test.each([
    ['before its hour', planned, 'notDue'],
    ['held by an embargo', held, 'notDue'],
    ['after its hour', due, null],
    ['at its very instant', atThisInstant, null],
    ['where it is written down already', published, 'notScheduled'],
    ['where there is no plan', draft, 'notScheduled'],
    ['a withdrawn story', withdrawn, 'notScheduled'],
  ])('%s', (_, state, refusal) => {
    expect(checkFinalize(state, now)).toBe(refusal)
  })
})

describe('withdrawing and noting are for what readers can see', () => {
  test.each([
    ['a published story', published, null],
    ['a planned story whose hour has passed', due, null],
    ['a planned story before its hour', planned, 'notPublished'],
    ['a story held by an embargo', held, 'notPublished'],
    ['a draft', draft, 'notPublished'],
    ['a withdrawn story', withdrawn, 'withdrawn'],
  ])('%s', (_, state, refusal) => {
    expect(checkPublic(state, now)).toBe(refusal)
  })
})

describe('handing in', () => {
  test.each([
    ['a draft', draft, null],
    ['a draft without text', story({ isEmpty: true }), 'emptyStory'],
    ['what is handed in already', inReview, 'alreadySubmitted'],
    ['a planned story', planned, 'alreadyPlanned'],
    ['a planned story that is out', due, 'alreadyPublished'],
    ['a published story', published, 'alreadyPublished'],
    ['a withdrawn story', withdrawn, 'withdrawn'],
  ])('%s', (_, state, refusal) => {
    expect(checkSubmit(state, now)).toBe(refusal)
  })
})

describe('sending back', () => {
  test.each([
    ['what was handed in', inReview, null],
    ['a draft', draft, 'notSubmitted'],
    ['a planned story', planned, 'notSubmitted'],
    ['a published story', published, 'notSubmitted'],
  ])('%s', (_, state, refusal) => {
    expect(checkSendBack(state)).toBe(refusal)
  })
})

describe('the source’s limit', () => {
  test.each([
    ['on a draft', draft, ahead, null],
    ['on a planned story', planned, ahead, null],
    ['lifted from a draft', story({ embargoUntil: ahead }), null, null],
    ['lifted from a story whose plan lies ahead', planned, null, null],
    ['lifted where nothing else holds the story', held, null, 'hourPassed'],
    ['that has passed', draft, past, 'hourPassed'],
    ['on a published story', published, ahead, 'alreadyPublished'],
    ['on a withdrawn story', withdrawn, ahead, 'withdrawn'],
  ])('%s', (_, state, until, refusal) => {
    expect(checkEmbargo(state, until, now)).toBe(refusal)
  })
})
