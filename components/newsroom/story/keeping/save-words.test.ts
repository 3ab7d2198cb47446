import { describe, expect, test } from 'vitest'
import { saveWord } from './save-words'

const saved = {
  ...{ isDirty: false, isSending: false, isKept: true, isOpen: true, isWriting: true },
  trouble: null,
  state: { savedAt: new Date(0), savedBy: 'কেউ' },
}

describe('where the text is, in a word', () => {
  test.each([
    ['saved', {}],
    ['savedBy', { isWriting: false }],
    ['nothingYet', { state: { savedAt: null, savedBy: null } }],
    ['opening', { isOpen: false }],
    ['unsaved', { isDirty: true }],
    ['saving', { isDirty: true, isSending: true }],
    ['offline', { isDirty: true, trouble: 'offline' }],
    ['offline', { isDirty: true, isSending: true, trouble: 'offline' }],
    ['offline', { isOpen: false, trouble: 'offline' }],
    ['offlineClean', { trouble: 'offline' }],
    ['offlineUnkept', { isDirty: true, isKept: false, trouble: 'offline' }],
    ['signedOut', { isDirty: true, trouble: 'signedOut' }],
    ['notTaken', { isDirty: true, trouble: 'invalid' }],
  ] as const)('%s', (word, change) => {
    expect(saveWord({ ...saved, ...change })).toBe(word)
  })
})
