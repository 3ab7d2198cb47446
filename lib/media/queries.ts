import 'server-only'
import type { Picture } from '@/lib/articles/article'
import { pictureSelect } from '@/lib/articles/rows'
import { searchWords } from '@/lib/bengali/search-key'
import { db } from '@/lib/db/client'

const mostShown = 24
// How far back the archive is looked through for words; a library of its own searches further.
const mostSearched = 3_000

/** The pictures of these numbers, in no order. */
export async function listPictures(ids: number[]): Promise<Picture[]> {
  if (ids.length === 0) return []
  return db().image.findMany({ where: { id: { in: ids } }, select: pictureSelect })
}

/** The newest pictures whose caption, alt text or credit have words that begin as typed; without words, the newest. */
export async function findPictures(typed: string): Promise<Picture[]> {
  const words = searchWords(typed)
  const newest = (take: number) =>
    db().image.findMany({
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      select: pictureSelect,
      take,
    })
  if (words.length === 0) return newest(mostShown)
  const recent = await newest(mostSearched)
  const answers = ({ alt, caption, credit }: Picture) => {
    const said = searchWords([alt, caption, credit].join(' '))
    return words.every((word) => said.some((each) => each.startsWith(word)))
  }
  return recent.filter(answers).slice(0, mostShown)
}
