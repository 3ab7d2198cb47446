import 'server-only'
import type { Actor } from '@/lib/auth/permissions'
import type { StorySummary } from '@/lib/content-model/article'
import {
  type Category,
  topCategories,
  trailTo,
  withDescendants,
} from '@/lib/content-model/category'
import { db } from '@/lib/db/client'
import { composeFront, type FrontChoice } from '@/lib/front/front'
import { choiceInput } from '@/lib/front/input'
import { findFrontChoice, getFrontMaterial } from '@/lib/front/queries'
import { findNewsroomPage } from '@/lib/newsroom/story-lists/list-queries'
import type {
  CandidateFilter,
  Edition,
  FrontEditorState,
  FrontLayout,
  FrontStory,
} from './front-page'

const listCategories = () =>
  db().category.findMany({ orderBy: [{ position: 'asc' }, { id: 'asc' }] })

const topOf = (all: Category[], slug: string) => {
  const own = all.find((category) => category.slug === slug)
  return own ? (trailTo(all, own)[0]?.slug ?? slug) : slug
}

/** Those of the stories that may be on the front page, in the given order. */
export async function listFrontStories(ids: number[], now: Date): Promise<FrontStory[]> {
  if (ids.length === 0) return []
  const [rows, all] = await Promise.all([
    db().article.findMany({
      where: { id: { in: ids }, publicAt: { not: null }, isHeadlineOnly: false },
      select: {
        id: true,
        headline: true,
        publicAt: true,
        category: { select: { slug: true, name: true } },
        workingCopy: { select: { isChanged: true } },
      },
    }),
    listCategories(),
  ])
  const stories = rows.flatMap(({ category, publicAt, workingCopy, ...row }) =>
    publicAt
      ? [
          {
            ...row,
            category: category.name,
            topSlug: topOf(all, category.slug),
            publicAt,
            isNotYetPublic: publicAt > now,
            isChangedAfterPlan: publicAt > now && workingCopy?.isChanged === true,
          },
        ]
      : [],
  )
  const byId = new Map(stories.map((story) => [story.id, story]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

/** Stories to take for the page: what waits for its hour, then the newest. An unknown category has none. */
export async function listFrontCandidates(
  actor: Actor,
  { words, category: slug }: CandidateFilter,
  now: Date,
): Promise<FrontStory[]> {
  const all = slug ? await listCategories() : []
  const category = all.find((each) => each.slug === slug)
  if (slug && !category) return []
  const filter = {
    ...(words && { words }),
    ...(category && { categoryIds: withDescendants(all, category).map(({ id }) => id) }),
  }
  const pages = await Promise.all([
    findNewsroomPage(actor, 'scheduled', filter, null, now),
    findNewsroomPage(actor, 'published', filter, null, now),
  ])
  const ids = pages.flatMap(({ stories }) => stories.map((story) => story.id))
  return listFrontStories([...new Set(ids)], now)
}

/** The front page that readers would get with that choice, by the same rules. */
export async function layOutFront(choice: FrontChoice, now: Date): Promise<FrontLayout> {
  const all = await listCategories()
  const { lead, seconds, blocks } = composeFront(await getFrontMaterial(all, now, choice))
  const toFrontStory = ({ id, headline, category, publicAt }: StorySummary): FrontStory => ({
    id,
    headline,
    category: category.name,
    publicAt,
    topSlug: topOf(all, category.slug),
    isNotYetPublic: false,
    isChangedAfterPlan: false,
  })
  return {
    top: [...(lead ? [lead] : []), ...seconds].map(toFrontStory),
    heads: Object.fromEntries(
      blocks.flatMap(({ category, stories: [first] }) =>
        first ? [[category.slug, toFrontStory(first)]] : [],
      ),
    ),
  }
}

type EditionRow = { id: number; actorName: string; at: Date; content: unknown }

// An edition of an older shape of the page is left out rather than guessed at.
function toEdition({ content, ...row }: EditionRow): Edition | null {
  const choice = choiceInput.safeParse(content)
  return choice.success ? { ...row, choice: choice.data } : null
}

const editionSelect = { id: true, actorName: true, at: true, content: true } as const

/** The current choices of the front page, and the edition that set them. */
export async function findFrontEditorState(now: Date): Promise<FrontEditorState> {
  const [last, held, all] = await Promise.all([
    db().frontEdition.findFirst({ orderBy: { id: 'desc' }, select: editionSelect }),
    findFrontChoice(now),
    listCategories(),
  ])
  return {
    edition: last && toEdition(last),
    held,
    blocks: topCategories(all).map(({ slug, name }) => ({ slug, name })),
  }
}

export async function findEdition(id: number): Promise<Edition | null> {
  const row = await db().frontEdition.findUnique({ where: { id }, select: editionSelect })
  return row && toEdition(row)
}

const editionsOnPage = 20

/** The page's history, newest first, before an edition; `next` is where it goes on. */
export async function listEditions(before: number | null) {
  const rows = await db().frontEdition.findMany({
    where: before === null ? {} : { id: { lt: before } },
    orderBy: { id: 'desc' },
    take: editionsOnPage + 1,
    select: editionSelect,
  })
  const shown = rows.slice(0, editionsOnPage)
  return {
    editions: shown.flatMap((row) => toEdition(row) ?? []),
    next: rows.length > editionsOnPage ? (shown.at(-1)?.id ?? null) : null,
  }
}

/** The part of an old choice that is still valid: it has not expired, and its stories are or will be public. */
export function keepValidPins(choice: FrontChoice, stories: FrontStory[], now: Date): FrontChoice {
  const fits = ({ id, until }: { id: number | null; until: Date | null }) =>
    (!until || until > now) && (id === null || stories.some((story) => story.id === id))
  return {
    pins: choice.pins.filter(fits),
    blocks: choice.blocks.filter(
      (pin) =>
        fits(pin) && stories.some((story) => story.id === pin.id && story.topSlug === pin.category),
    ),
    breaking: choice.breaking && fits(choice.breaking) ? choice.breaking : null,
  }
}
