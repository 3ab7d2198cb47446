import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { roles, userRoles } from '@/lib/auth/permissions'

const table = 'lib/auth/permissions.ts'
const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '*.ts', '*.tsx'], {
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => /^(?:app|components|lib|server|scripts|tools|prisma)\//.test(file))
  .filter((file) => !/\.test\.tsx?$|^lib\/db\/generated\//.test(file))

test('no code outside the table of permissions compares a role with a name', () => {
  const names = [...roles].join('|')
  const comparison = new RegExp(
    `\\brole\\)? *[!=]==? *['"](?:${names})['"]|['"](?:${names})['"] *[!=]==? *[\\w.]*\\brole\\b`,
  )

  const offenders = files.filter(
    (file) => file !== table && comparison.test(readFileSync(file, 'utf8')),
  )

  expect(files).toContain(table)
  expect(comparison.test(readFileSync(table, 'utf8'))).toBe(true)
  expect(offenders).toEqual([])
})

test('the database takes the roles of the table and no other', () => {
  const sql = execFileSync('git', ['grep', '-h', 'User_role_check', '--', 'prisma/migrations'], {
    encoding: 'utf8',
  })

  const [, list = ''] =
    sql
      .trim()
      .split('\n')
      .at(-1)
      ?.match(/IN \(([^)]*)\)/) ?? []
  expect(list.split(',').map((each) => each.trim().replaceAll("'", ''))).toEqual([...userRoles])
})
