import 'server-only'
import type { Db, TransactionClient } from '@/lib/db/client'
import { runTransaction } from '@/lib/db/run-transaction'
import { lexemesOfPicture } from './picture-search'

type PictureTexts = { id: number; alt: string; caption: string | null; credit: string | null }

/** Writes the search words of these pictures. */
export async function indexPictures(
  tx: TransactionClient,
  pictures: PictureTexts[],
): Promise<void> {
  for (const picture of pictures) {
    await tx.$executeRaw`
      UPDATE "Image" SET "words" = array_to_tsvector(${lexemesOfPicture(picture)}::text[])
      WHERE "id" = ${picture.id}`
  }
}

const batchSize = 200

/** Indexes every picture again while the paper runs. @returns the number of pictures */
export async function reindexPictures(db: Db): Promise<number> {
  let done = 0
  let last = 0
  for (;;) {
    const after = last
    const found = await runTransaction(db, async (tx) => {
      // Locked, so that a concurrent change is not overwritten.
      const pictures = await tx.$queryRaw<PictureTexts[]>`
        SELECT "id", "alt", "caption", "credit" FROM "Image"
        WHERE "id" > ${after} ORDER BY "id" LIMIT ${batchSize} FOR NO KEY UPDATE`
      await indexPictures(tx, pictures)
      return pictures
    })
    if (found.length === 0) return done
    last = found.at(-1)?.id ?? last
    done += found.length
  }
}
