import 'server-only'
import type { TransactionClient } from '@/lib/db/client'
import type { Placement } from '@/lib/invalidation/cache-tags'
import { findListings } from '@/lib/public-lists/placement-queries'

// A picture in more stories is a logo: older stories are not invalidated.
const maxStories = 200

/** The newest stories that show the picture as lead picture or in the body. */
export async function storiesWithPicture(tx: TransactionClient, id: number): Promise<number[]> {
  const rows = await tx.$queryRaw<{ id: number }[]>`
    SELECT "id" FROM "Article" WHERE "leadImageId" = ${id}
    UNION
    SELECT "id" FROM "Article"
    WHERE jsonb_path_query_array("body", '$[*] ? (@.kind == "image").imageId') @> to_jsonb(${id}::int)
    ORDER BY "id" DESC LIMIT ${maxStories}`
  return rows.map((row) => row.id)
}

/** The placements of the stories that show the picture. */
export async function placementsOfPicture(tx: TransactionClient, id: number): Promise<Placement[]> {
  const placements: Placement[] = []
  for (const story of await storiesWithPicture(tx, id)) {
    const place = await findListings(tx, story)
    if (place) placements.push(place.placement)
  }
  return placements
}
