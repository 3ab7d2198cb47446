import { expect, test } from 'vitest'
import { normalizeImportedLine } from './normalize-line'

test.each([
  ['Unicode text passes the gate', 'বাড়ী | ঘর\u200b', 'বাড়ী | ঘর'.normalize('NFC')],
  ['Bijoy text becomes Unicode', 'Avgvi †mvbvi evsjv', 'আমার সোনার বাংলা'],
  ['English stays English', 'The Daily Star reports', 'The Daily Star reports'],
])('%s', (_, raw, normalized) => {
  expect(normalizeImportedLine(raw, 1)).toEqual({ text: normalized, notes: [] })
})

test('words of which the conversion is unsure stay as typed and are named with their line', () => {
  const { text, notes } = normalizeImportedLine('gvÎ 3 Rb hvÎx wQj imyb', 12)

  expect(text).toContain('imyb')
  expect(notes).toEqual([{ line: 12, reason: expect.stringContaining('imyb') }])
})
