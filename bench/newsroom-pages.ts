import { randomBytes, randomUUID } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { hashPassword } from 'better-auth/crypto'
import { hashOfToken, newToken } from '../lib/auth/one-time-link'
import type { Db } from '../lib/db/client'
import { listNames } from '../lib/newsroom/lists'
import { Trouble } from '../scripts/terminal'

/** Somebody of the newsroom, and what opens the door to them. */
export type Entrance = { email: string; password: string }
/** Who looks: somebody signed in, somebody between the two steps, or nobody. */
export type Looker = 'admin' | 'halfway' | 'nobody'
export type NewsroomPage = { kind: string; path: string; as: Looker }

const routes = join(import.meta.dirname, '../app/(newsroom)/newsroom')

/** Every kind of page that the newsroom has, by its folder. */
function listKinds(): string[] {
  return readdirSync(routes, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('page.tsx'))
    .map((file) => file.split('/').slice(0, -1).join('/'))
    .sort()
}

export async function addPerson(db: Db, given: { twoFactorEnabled: boolean }): Promise<Entrance> {
  const [id, password] = [randomUUID(), randomBytes(12).toString('hex')]
  const email = `${id}@example.com`
  const account = { id: randomUUID(), accountId: id, providerId: 'credential' }
  await db.user.create({
    data: {
      ...{ id, email, name: 'প্রশাসক', emailVerified: true, role: 'admin' as const, ...given },
      accounts: { create: { ...account, password: await hashPassword(password) } },
    },
  })
  return { email, password }
}

async function addPicture(db: Db): Promise<number> {
  const { id } = await db.image.create({
    data: {
      ...{ hash: randomBytes(32).toString('hex'), mediaType: 'image/jpeg', bytes: 200_000 },
      ...{ width: 1_600, height: 1_000, alt: 'নদীতে নৌকা', caption: 'নদীতে নৌকা', credit: 'ডেস্ক' },
    },
  })
  return id
}

async function addLink(db: Db): Promise<string> {
  const token = newToken()
  const expiresAt = new Date(Date.now() + 3_600_000)
  await db.oneTimeLink.create({ data: { hash: hashOfToken(token), purpose: 'admin', expiresAt } })
  return token
}

/** A page of every kind, in a paper that has all it needs. @throws Trouble when a kind is left out */
export async function listNewsroomPages(db: Db): Promise<NewsroomPage[]> {
  const story = await db.article.findFirstOrThrow({ orderBy: { id: 'desc' }, select: { id: true } })
  const person = await db.user.findFirstOrThrow({ select: { id: true } })
  const category = await db.category.findFirstOrThrow({ select: { slug: true } })
  const contributor = await db.contributor.findFirstOrThrow({ select: { id: true } })
  const topic = await db.topic.findFirstOrThrow({ select: { id: true } })
  const source = await db.source.upsert({
    where: { slug: 'bench-source' },
    create: { slug: 'bench-source', name: 'পরীক্ষার সংস্থা' },
    update: {},
  })
  const ends: Record<string, string[]> = {
    '(desk)/[...path]': ['/no-such-page'],
    '(desk)/categories/[slug]': [`/categories/${category.slug}`],
    '(desk)/contributors/[id]': [`/contributors/${contributor.id}`],
    '(desk)/lists/[list]': listNames.map((list) => `/lists/${list}`),
    '(desk)/media': ['/media', '/media?whose=all'],
    '(desk)/media/[id]': [`/media/${await addPicture(db)}`],
    '(desk)/people/[id]': [`/people/${person.id}`],
    '(desk)/sources/[id]': [`/sources/${source.id}`],
    '(desk)/stories/[id]': [`/stories/${story.id}`],
    '(desk)/stories/[id]/photocards': [`/stories/${story.id}/photocards`],
    '(desk)/stories/[id]/revisions': [`/stories/${story.id}/revisions`],
    '(desk)/topics/[id]': [`/topics/${topic.id}`],
    '(door)/link/[token]': [`/link/${await addLink(db)}`],
  }
  return listKinds().flatMap((kind) => {
    const bare = kind.replace(/^\([a-z]+\)\/?/, '')
    const paths = ends[kind] ?? [bare ? `/${bare}` : '']
    if (paths.some((path) => path.includes('[')))
      throw new Trouble(`no address is known for ${kind}`)
    return paths.map((path) => ({ kind, path: `/newsroom${path}`, as: lookerOf(kind) }))
  })
}

function lookerOf(kind: string): Looker {
  if (kind === '(door)/code') return 'halfway'
  return kind.startsWith('(door)') ? 'nobody' : 'admin'
}
