import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { FrontEditor } from '@/components/newsroom/front/FrontEditor.client'
import { readNumber } from '@/lib/articles/article'
import type { Actor } from '@/lib/auth/roles'
import { requireActor } from '@/lib/auth/session'
import { requestNow } from '@/lib/document/now'
import { heldIds, readWritten } from '@/lib/front/draft'
import type { FrontChoice } from '@/lib/front/front'
import { choiceInput } from '@/lib/front/input'
import { frontHistoryPath } from '@/lib/newsroom/front-desk'
import {
  findEdition,
  findFrontDesk,
  layOut,
  listCandidates,
  listFrontStories,
  stillFit,
} from '@/lib/newsroom/front-desk-queries'
import { findCandidatesAction, layOutAction, publishFrontAction } from './actions'

type Props = PageProps<'/newsroom/front'>

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('newsroomFront')
  return { title: t('title') }
}

type Asked = Awaited<Props['searchParams']>

/** What the address says is being set: a draft, an edition of the history, or nothing. */
async function findBegun({ draft, from }: Asked): Promise<FrontChoice | null> {
  if (typeof draft === 'string') return choiceInput.safeParse(readWritten(draft)).data ?? null
  const number = typeof from === 'string' ? readNumber(from) : null
  return number === null ? null : ((await findEdition(number))?.choice ?? null)
}

async function findAll(actor: Actor, asked: Asked, now: Date) {
  const [desk, begun, candidates] = await Promise.all([
    findFrontDesk(now),
    findBegun(asked),
    listCandidates(actor, '', now),
  ])
  const ids = [...new Set([...heldIds(desk.held), ...(begun ? heldIds(begun) : [])])]
  const stories = await listFrontStories(ids, now)
  const choice = begun ? stillFit(begun, stories, now) : desk.held
  const lost = begun ? heldIds(begun).length - heldIds(choice).length : 0
  return { desk, choice, lost, stories, candidates, laidOut: await layOut(choice, now) }
}

/** The front page is set, looked at, and published as one change. */
export default async function FrontPage({ searchParams }: Props) {
  const actor = await requireActor('front')
  const asked = await searchParams
  const now = requestNow()
  const { lost, ...found } = await findAll(actor, asked, now)
  const edition = typeof asked.on === 'string' ? readNumber(asked.on) : null
  const t = await getTranslations('newsroomFront')
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h1 className="text-27">{t('title')}</h1>
        <Link
          href={frontHistoryPath}
          prefetch={false}
          className="inline-flex min-h-11 items-center text-16 underline"
        >
          {t('history')}
        </Link>
      </div>
      {lost > 0 && (
        <p role="status" className="border-l-4 border-accent bg-wash px-3 py-2 text-16">
          {t('lost')}
        </p>
      )}
      <FrontEditor
        {...found}
        // An edition of the history, or a reader's way back, begins the editor anew.
        key={String(asked.from ?? '')}
        now={now}
        begunOn={typeof asked.draft === 'string' ? edition : null}
        isBegun={typeof asked.from === 'string' || typeof asked.draft === 'string'}
        publish={publishFrontAction}
        layOut={layOutAction}
        find={findCandidatesAction}
      />
    </>
  )
}
