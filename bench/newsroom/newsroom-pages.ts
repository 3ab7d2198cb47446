import { randomBytes } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Db } from '../../lib/db/client'
import { storyListNames } from '../../lib/newsroom/story-lists/story-lists'
import { hashToken, newToken } from '../../lib/users/one-time-link'
import { UserError } from '../../tools/terminal/terminal'

/** The visitor of a page: signed in, between the two steps of signing in, or not signed in. */
export type Visitor = 'admin' | 'halfway' | 'nobody'
export type NewsroomPage = { kind: string; path: string; as: Visitor }

const routes = join(import.meta.dirname, '../../app/(newsroom)/newsroom')

/** Every kind of page that the newsroom has, by its folder. */
function listKinds(): string[] {
  return readdirSync(routes, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('page.tsx'))
    .map((file) => file.split('/').slice(0, -1).join('/'))
    .sort()
}

async function addPicture(db: Db): Promise<number> {
  const { id } = await db.image.create({
    data: {
      hash: randomBytes(32).toString('hex'),
      mediaType: 'image/jpeg',
      bytes: 200_000,
      width: 1_600,
      height: 1_000,
      alt: 'নদীতে নৌকা',
      caption: 'নদীতে নৌকা',
      credit: 'ডেস্ক',
    },
  })
  return id
}

async function addLink(db: Db): Promise<string> {
  const token = newToken()
  const expiresAt = new Date(Date.now() + 3_600_000)
  await db.oneTimeLink.create({ data: { hash: hashToken(token), purpose: 'admin', expiresAt } })
  return token
}

/** A page of every kind, in a paper that has all it needs. @throws UserError when a kind is left out */
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
    '(dashboard)/[...path]': ['/no-such-page'],
    '(dashboard)/categories/[slug]': [`/categories/${category.slug}`],
    '(dashboard)/contributors/[id]': [`/contributors/${contributor.id}`],
    '(dashboard)/lists/[list]': storyListNames.map((list) => `/lists/${list}`),
    '(dashboard)/media': ['/media', '/media?whose=all'],
    '(dashboard)/media/[id]': [`/media/${await addPicture(db)}`],
    '(dashboard)/users/[id]': [`/users/${person.id}`],
    '(dashboard)/sources/[id]': [`/sources/${source.id}`],
    '(dashboard)/stories/[id]': [`/stories/${story.id}`],
    '(dashboard)/stories/[id]/photocards': [`/stories/${story.id}/photocards`],
    '(dashboard)/stories/[id]/revisions': [`/stories/${story.id}/revisions`],
    '(dashboard)/topics/[id]': [`/topics/${topic.id}`],
    '(auth)/link/[token]': [`/link/${await addLink(db)}`],
  }
  return listKinds().flatMap((kind) => {
    const bare = kind.replace(/^\([a-z]+\)\/?/, '')
    const paths = ends[kind] ?? [bare ? `/${bare}` : '']
    if (paths.some((path) => path.includes('[')))
      throw new UserError(`no address is known for ${kind}`)
    return paths.map((path) => ({ kind, path: `/newsroom${path}`, as: visitorOf(kind) }))
  })
}

function visitorOf(kind: string): Visitor {
  if (kind === '(auth)/code') return 'halfway'
  return kind.startsWith('(auth)') ? 'nobody' : 'admin'
}
