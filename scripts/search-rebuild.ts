import { connectDb } from '../lib/db/client'
import { tags } from '../lib/invalidation/cache-tags'
import { invalidate } from '../lib/invalidation/invalidate'
import { reindexPictures } from '../lib/media/library/picture-index'
import { reindexStories } from '../lib/search-index/index-story'
import { withDatabase } from '../tools/database/database'

/** `npm run search:rebuild`: computes the search words of every story and picture again; the paper may run meanwhile. */
const say = (line: string) => process.stdout.write(`${line}\n`)
const progressEvery = 5_000

await withDatabase(async (url) => {
  const db = connectDb(url)
  try {
    const count = await reindexStories(db, (done) => {
      if (done % progressEvery === 0) say(`${done} stories`)
    })
    // Pages of results are refreshed as if a story had been published.
    await invalidate(db, [tags.latest()])
    const pictures = await reindexPictures(db)
    say(`${count} stories and ${pictures} pictures can be found by their words`)
  } finally {
    await db.$disconnect()
  }
})
