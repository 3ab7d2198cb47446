import 'server-only'
import type { QueryClient } from '@/lib/db/client'

/**
 * Makes every document that carries one of `tags` stale from now on. Costs a row per tag, whatever the number of
 * documents. Inside a transaction it takes effect when the change itself does, in every server that listens; call it last
 * there. The time is the database's clock's: a server whose connection was lost uses it to ask for what it missed.
 */
export async function invalidate(db: QueryClient, tags: string[]): Promise<void> {
  if (tags.length === 0) return
  // One order for all writers, so that two publications cannot wait for each other's rows.
  const sorted = [...new Set(tags)].sort()
  await db.$executeRaw`
    INSERT INTO "TagVersion" ("tag", "at") SELECT tag, clock_timestamp() FROM unnest(${sorted}::text[]) AS tag
    ON CONFLICT ("tag") DO UPDATE SET "at" = GREATEST("TagVersion"."at", EXCLUDED."at")`
}
