import type pg from 'pg'

export const reporterId = 'bench-reporter'
export const editorId = 'bench-editor'

const users = `
  INSERT INTO "User" ("id", "name", "email", "role", "updatedAt") VALUES
    ('${reporterId}', 'প্রতিবেদক', 'reporter@example.com', 'reporter', now()),
    ('${editorId}', 'সম্পাদক', 'editor@example.com', 'editor', now())`

// Out of a million: 20,000 drafts, 2,000 handed in, 400 that wait, 10,000 withdrawn, 5,000 thrown away; 20,000 of one reporter.
const states = [
  `UPDATE "Article" SET "ownerId" = '${reporterId}' WHERE "id" % 50 = 1`,
  `UPDATE "Article" SET "status" = 'draft', "publishAt" = NULL, "publishedAt" = NULL WHERE "id" % 100 IN (1, 2, 3)`,
  `UPDATE "Article" SET "status" = 'inReview' WHERE "id" % 1000 IN (1, 3)`,
  `UPDATE "Article" SET "trashedAt" = "updatedAt" WHERE "id" % 1000 IN (101, 102, 103, 201, 202)`,
  `UPDATE "Article" SET "status" = 'withdrawn', "withdrawnAt" = "updatedAt" WHERE "id" % 100 = 51`,
  `UPDATE "Article" SET "status" = 'scheduled', "publishedAt" = NULL, "withdrawnAt" = NULL,
     "publishAt" = now() + ("id" % 14400) * interval '1 minute' WHERE "id" % 5000 IN (51, 52)`,
  `VACUUM ANALYZE "Article"`,
  `VACUUM ANALYZE "Byline"`,
]

/** Gives a paper of published stories some in every state, and people. Once: again it does nothing. */
export async function addListStates(client: pg.Client, onStatement: (statement: string) => void) {
  const { rows } = await client.query(`SELECT FROM "User" WHERE "id" = '${reporterId}'`)
  if (rows.length > 0) return
  await client.query('SET synchronous_commit = off')
  await client.query(users)
  for (const statement of states) {
    onStatement(statement.split('\n')[0] ?? '')
    await client.query(statement)
  }
}
