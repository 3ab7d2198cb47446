import { reindexStories } from '../lib/articles/search-index'
import { tags } from '../lib/cache-tags'
import { connectDb } from '../lib/db/client'
import { expire } from '../lib/document/expire'
import { reindexPictures } from '../lib/media/index-words'
import { withDatabase } from './database'

/** `npm run search:rebuild`: computes anew the words by which readers find every story and editors every picture; the paper may run meanwhile. */
const say = (line: string) => process.stdout.write(`${line}\n`)
const tellEvery = 5_000

await withDatabase(async (url) => {
  const db = connectDb(url)
  try {
    const count = await reindexStories(db, (done) => {
      if (done % tellEvery === 0) say(`${done} stories`)
    })
    // Pages of results are refreshed as if a story had been published.
    await expire(db, [tags.latest()])
    const pictures = await reindexPictures(db)
    say(`${count} stories and ${pictures} pictures can be found by their words`)
  } finally {
    await db.$disconnect()
  }
})
