import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import {
  findCandidatesAction,
  layOutAction,
  publishFrontAction,
} from '@/app/(newsroom)/newsroom/(dashboard)/_actions/front-actions'
import { FrontEditor } from '@/components/newsroom/front/FrontEditor.client'
import { ButtonLink } from '@/components/ui/ButtonLink'
import { Notice } from '@/components/ui/Notice'
import type { Actor } from '@/lib/auth/permissions'
import { requireActor } from '@/lib/auth/session'
import { readNumber } from '@/lib/content-model/article'
import { decodeChoice, pinnedIds } from '@/lib/front/draft'
import type { FrontChoice } from '@/lib/front/front'
import { choiceInput } from '@/lib/front/input'
import { frontHistoryPath } from '@/lib/newsroom/front-page/front-page'
import {
  findEdition,
  findFrontEditorState,
  keepValidPins,
  layOutFront,
  listFrontCandidates,
  listFrontStories,
} from '@/lib/newsroom/front-page/front-page-queries'
import { requestNow } from '@/lib/render-context/request-now'

type Props = PageProps<'/newsroom/front'>

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('newsroomFront')
  return { title: t('title') }
}

type FrontParams = Awaited<Props['searchParams']>

/** The draft in the address, an edition of the history, or nothing. */
async function findStartingChoice({ draft, from }: FrontParams): Promise<FrontChoice | null> {
  if (typeof draft === 'string') return choiceInput.safeParse(decodeChoice(draft)).data ?? null
  const number = typeof from === 'string' ? readNumber(from) : null
  return number === null ? null : ((await findEdition(number))?.choice ?? null)
}

async function findEditorData(actor: Actor, query: FrontParams, now: Date) {
  const [desk, startingChoice, candidates] = await Promise.all([
    findFrontEditorState(now),
    findStartingChoice(query),
    listFrontCandidates(actor, { words: '', category: '' }, now),
  ])
  const ids = [
    ...new Set([...pinnedIds(desk.held), ...(startingChoice ? pinnedIds(startingChoice) : [])]),
  ]
  const stories = await listFrontStories(ids, now)
  const choice = startingChoice ? keepValidPins(startingChoice, stories, now) : desk.held
  const lost = startingChoice ? pinnedIds(startingChoice).length - pinnedIds(choice).length : 0
  return { desk, choice, lost, stories, candidates, laidOut: await layOutFront(choice, now) }
}

/** The editor of the front page. */
export default async function EditFrontPage({ searchParams }: Props) {
  const actor = await requireActor('front')
  const query = await searchParams
  const now = requestNow()
  const { lost, ...found } = await findEditorData(actor, query, now)
  const edition = typeof query.on === 'string' ? readNumber(query.on) : null
  const t = await getTranslations('newsroomFront')
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h1 className="text-27">{t('title')}</h1>
        <ButtonLink href={frontHistoryPath}>{t('history')}</ButtonLink>
      </div>
      <Notice tone="warning">{lost > 0 && t('lost')}</Notice>
      <FrontEditor
        {...found}
        // The key resets the editor for an edition of the history and after going back.
        key={String(query.from ?? '')}
        now={now}
        userId={actor.id}
        baseEditionId={typeof query.draft === 'string' ? edition : null}
        hasDraft={typeof query.from === 'string' || typeof query.draft === 'string'}
        publish={publishFrontAction}
        layOut={layOutAction}
        find={findCandidatesAction}
      />
    </>
  )
}
