import type pg from 'pg'
import { paper } from '../../prisma/seed/sample-paper'
import { copyRows } from './copy-stream'
import { counts } from './story-rows'

const numbered = <T>(count: number, make: (number: number) => T) =>
  Array.from({ length: count }, (_, index) => make(index + 1))

const topicWords = ['ধান', 'নদী', 'বাজেট', 'মেলা', 'সেতু', 'ভোট', 'বৃষ্টি', 'শিক্ষা', 'গান', 'চা'].map(
  (word) => word.normalize('NFC'),
)

async function fillCategories(client: pg.Client): Promise<void> {
  const ids = new Map(paper.categories.map(({ slug }, index) => [slug, index + 1]))
  const rows = paper.categories.map(({ slug, name, parent }, index) => [
    index + 1,
    slug,
    name,
    index,
    parent && (ids.get(parent) ?? null),
  ])
  await copyRows(client, 'Category', ['id', 'slug', 'name', 'position', 'parentId'], rows)
}

/** Fills the tables that stories refer to, and the paper's own. Returns the number of categories. */
export async function fillReferenceTables(client: pg.Client): Promise<number> {
  const { pictureCredit, settings } = paper
  await copyRows(
    client,
    'Paper',
    ['id', ...Object.keys(settings)],
    [[1, ...Object.values(settings)]],
  )
  await fillCategories(client)
  await copyRows(
    client,
    'Topic',
    ['id', 'slug', 'name'],
    numbered(counts.topics, (n) => [n, `topic-${n}`, `${topicWords[n % topicWords.length]} ${n}`]),
  )
  await copyRows(
    client,
    'Contributor',
    ['id', 'slug', 'name', 'kind'],
    numbered(counts.contributors, (n) => [n, `lekhok-${n}`, `লেখক ${n}`, 'person']),
  )
  await copyRows(
    client,
    'Source',
    ['id', 'slug', 'name'],
    numbered(counts.sources, (n) => [n, `source-${n}`, `সূত্র ${n}`]),
  )
  const file = ['image/jpeg', 80_000, 1800, 1200]
  await copyRows(
    client,
    'Image',
    ['id', 'hash', 'mediaType', 'bytes', 'width', 'height', 'alt', 'credit'],
    numbered(counts.images, (n) => [
      n,
      n.toString(16).padStart(64, '0'),
      ...file,
      `ছবি ${n}`,
      pictureCredit,
    ]),
  )
  return paper.categories.length
}
