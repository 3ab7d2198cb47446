import { describe, expect, test } from 'vitest'
import { saveStatus } from './save-status'

const saved = {
  isDirty: false,
  isSending: false,
  isStoredLocally: true,
  isOpen: true,
  isWriting: true,
  syncError: null,
  state: { savedAt: new Date(0), savedBy: 'কেউ' },
}

describe('the save status', () => {
  test.each([
    ['saved', {}],
    ['savedBy', { isWriting: false }],
    ['nothingYet', { state: { savedAt: null, savedBy: null } }],
    ['opening', { isOpen: false }],
    ['unsaved', { isDirty: true }],
    ['saving', { isDirty: true, isSending: true }],
    ['offline', { isDirty: true, syncError: 'offline' }],
    ['offline', { isDirty: true, isSending: true, syncError: 'offline' }],
    ['offline', { isOpen: false, syncError: 'offline' }],
    ['offlineClean', { syncError: 'offline' }],
    ['offlineUnkept', { isDirty: true, isStoredLocally: false, syncError: 'offline' }],
    ['unavailable', { isDirty: true, syncError: 'unavailable' }],
    ['unavailable', { isOpen: false, syncError: 'unavailable' }],
    ['unavailableClean', { syncError: 'unavailable' }],
    ['offlineUnkept', { isDirty: true, isStoredLocally: false, syncError: 'unavailable' }],
    ['signedOut', { isDirty: true, syncError: 'signedOut' }],
    ['notTaken', { isDirty: true, syncError: 'invalid' }],
  ] as const)('%s', (status, change) => {
    expect(saveStatus({ ...saved, ...change })).toBe(status)
  })
})
