import 'server-only'
import type { QueryClient } from '@/lib/db/client'

/**
 * Gives the tags a new version, which makes every page with one of them stale: a row for each tag. In a transaction it
 * takes effect at the commit, in every listening server; call it last. The version is the time of the database's clock, by
 * which a server that lost its connection queries what it missed.
 */
export async function invalidate(db: QueryClient, tags: string[]): Promise<void> {
  if (tags.length === 0) return
  // One lock order for all writers, so that two publications cannot deadlock.
  const sorted = [...new Set(tags)].sort()
  await db.$executeRaw`
    INSERT INTO "TagVersion" ("tag", "at") SELECT tag, clock_timestamp() FROM unnest(${sorted}::text[]) AS tag
    ON CONFLICT ("tag") DO UPDATE SET "at" = GREATEST("TagVersion"."at", EXCLUDED."at")`
}
