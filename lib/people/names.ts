import 'server-only'
import { pageWords } from '@/lib/bengali/page-words'
import type { DbSession } from '@/lib/db/client'
import { freeSlug } from './free-slug'

/** Somebody else may take the slug, or add the very name, while we do: then it is looked for again. */
async function untilThere<Row>(
  find: () => Promise<Row | null>,
  add: () => Promise<unknown>,
): Promise<Row> {
  for (let attempts = 0; attempts < 5; attempts += 1) {
    const row = await find()
    if (row) return row
    await add()
  }
  throw new Error('a name could not be added: its slug is taken again and again')
}

/** The contributor of that name, made when there is none; without a kind, the name tells a desk from a person. */
export function contributorOf(
  { contributor }: DbSession,
  name: string,
  kind: 'person' | 'desk' = pageWords.desk.test(name) ? 'desk' : 'person',
) {
  const find = () => contributor.findUnique({ where: { name_kind: { name, kind } } })
  return untilThere(find, async () => {
    const slug = await freeSlug(name, (each) => contributor.findUnique({ where: { slug: each } }))
    await contributor.createMany({ data: [{ name, kind, slug }], skipDuplicates: true })
  })
}

/** The topic of that name, made when there is none. */
export function topicOf({ topic }: DbSession, name: string) {
  const find = () => topic.findUnique({ where: { name } })
  return untilThere(find, async () => {
    const slug = await freeSlug(name, (each) => topic.findUnique({ where: { slug: each } }))
    await topic.createMany({ data: [{ name, slug }], skipDuplicates: true })
  })
}

/** The source of that name, made when there is none. */
export function sourceOf({ source }: DbSession, name: string, url: string | null = null) {
  const find = () => source.findUnique({ where: { name } })
  return untilThere(find, async () => {
    const slug = await freeSlug(name, (each) => source.findUnique({ where: { slug: each } }))
    await source.createMany({ data: [{ name, slug, url }], skipDuplicates: true })
  })
}
