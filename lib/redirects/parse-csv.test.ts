import { expect, test } from 'vitest'
import { parseCsv } from './parse-csv'

test('a file is read with all that spreadsheets put into one', () => {
  const text = '\ufeffold,new\r\n"/a,b.html",/national/5\r\n\r\n  /c , 7\r\n"/d""e\n",8,\r\n/f'

  expect(parseCsv(text)).toEqual({
    ok: true,
    rows: [
      { line: 1, cells: ['old', 'new'] },
      { line: 2, cells: ['/a,b.html', '/national/5'] },
      { line: 4, cells: ['/c', '7'] },
      { line: 6, cells: ['/d"e\n', '8', ''] },
      { line: 7, cells: ['/f'] },
    ],
  })
})

test('nothing has no rows', () => {
  expect(parseCsv('')).toEqual({ ok: true, rows: [] })
})

test.each(['/a,1\n"/b,2\n/c,3', '/a,1\n/b"x"y,2\n"/c"z,3'])('%j is no such file', (text) => {
  expect(parseCsv(text)).toMatchObject({ ok: false, faults: [{ reason: 'csv' }] })
})
