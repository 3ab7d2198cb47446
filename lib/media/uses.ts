import 'server-only'
import { findPlace } from '@/lib/articles/placement-queries'
import type { Placement } from '@/lib/cache-tags'
import type { DbSession } from '@/lib/db/client'

// A picture that stands in more stories is a logo: the older ones get its new words when they are next made.
const mostStories = 200

/** The newest stories that show the picture, above or inside their text. */
export async function storiesWithPicture(session: DbSession, id: number): Promise<number[]> {
  const rows = await session.$queryRaw<{ id: number }[]>`
    SELECT "id" FROM "Article" WHERE "leadImageId" = ${id}
    UNION
    SELECT "id" FROM "Article"
    WHERE jsonb_path_query_array("body", '$[*] ? (@.kind == "image").imageId') @> to_jsonb(${id}::int)
    ORDER BY "id" DESC LIMIT ${mostStories}`
  return rows.map((row) => row.id)
}

/** Where readers are shown the picture. */
export async function placesOfPicture(session: DbSession, id: number): Promise<Placement[]> {
  const places: Placement[] = []
  for (const story of await storiesWithPicture(session, id)) {
    const place = await findPlace(session, story)
    if (place) places.push(place.placement)
  }
  return places
}
