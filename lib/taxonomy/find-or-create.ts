import 'server-only'
import { savedPagePatterns } from '@/lib/bengali/saved-page-patterns'
import { slugify } from '@/lib/bengali/text/romanize'
import type { TransactionClient } from '@/lib/db/client'

/** The Latin slug of a name, followed by the first free number where the slug is taken. `find` gives the row with a slug. */
async function uniqueSlug(name: string, find: (slug: string) => Promise<unknown>): Promise<string> {
  const base = slugify(name) || 'name'
  for (let number = 1; ; number += 1) {
    const slug = number === 1 ? base : `${base}-${number}`
    if (!(await find(slug))) return slug
  }
}

/** Another transaction may take the slug or add the same name meanwhile: the search is then repeated. */
async function findOrCreate<Row>(
  find: () => Promise<Row | null>,
  create: () => Promise<unknown>,
): Promise<Row> {
  for (let attempts = 0; attempts < 5; attempts += 1) {
    const row = await find()
    if (row) return row
    await create()
  }
  throw new Error('a name could not be added: its slug is taken again and again')
}

/** The contributor of that name, created when there is none; without a kind, the name tells a desk from a person. */
export function findOrCreateContributor(
  { contributor }: TransactionClient,
  name: string,
  kind: 'person' | 'desk' = savedPagePatterns.desk.test(name) ? 'desk' : 'person',
) {
  const find = () => contributor.findUnique({ where: { name_kind: { name, kind } } })
  return findOrCreate(find, async () => {
    const slug = await uniqueSlug(name, (each) => contributor.findUnique({ where: { slug: each } }))
    await contributor.createMany({ data: [{ name, kind, slug }], skipDuplicates: true })
  })
}

/** The topic of that name, created when there is none. */
export function findOrCreateTopic({ topic }: TransactionClient, name: string) {
  const find = () => topic.findUnique({ where: { name } })
  return findOrCreate(find, async () => {
    const slug = await uniqueSlug(name, (each) => topic.findUnique({ where: { slug: each } }))
    await topic.createMany({ data: [{ name, slug }], skipDuplicates: true })
  })
}

/** The source of that name, created when there is none. */
export function findOrCreateSource(
  { source }: TransactionClient,
  name: string,
  url: string | null = null,
) {
  const find = () => source.findUnique({ where: { name } })
  return findOrCreate(find, async () => {
    const slug = await uniqueSlug(name, (each) => source.findUnique({ where: { slug: each } }))
    await source.createMany({ data: [{ name, slug, url }], skipDuplicates: true })
  })
}
