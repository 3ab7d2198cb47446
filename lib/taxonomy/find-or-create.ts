import 'server-only'
import { savedPagePatterns } from '@/lib/bengali/saved-page-patterns'
import type { TransactionClient } from '@/lib/db/client'
import { uniqueSlug } from './unique-slug'

/** Somebody else may take the slug, or add the very name, while we do: then it is looked for again. */
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

/** The contributor of that name, made when there is none; without a kind, the name tells a desk from a person. */
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

/** The topic of that name, made when there is none. */
export function findOrCreateTopic({ topic }: TransactionClient, name: string) {
  const find = () => topic.findUnique({ where: { name } })
  return findOrCreate(find, async () => {
    const slug = await uniqueSlug(name, (each) => topic.findUnique({ where: { slug: each } }))
    await topic.createMany({ data: [{ name, slug }], skipDuplicates: true })
  })
}

/** The source of that name, made when there is none. */
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
