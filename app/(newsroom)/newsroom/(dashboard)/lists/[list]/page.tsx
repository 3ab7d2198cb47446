import type { Metadata } from 'next'
import { forbidden, notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { RowActions } from '@/app/(newsroom)/newsroom/(dashboard)/_story-lists/RowActions'
import { AuthorChoices } from '@/components/newsroom/lists/AuthorChoices'
import { ListFilters } from '@/components/newsroom/lists/ListFilters'
import { ListNotices } from '@/components/newsroom/lists/ListNotices'
import { ListPager } from '@/components/newsroom/lists/ListPager'
import { ListTabs } from '@/components/newsroom/lists/ListTabs'
import { StoryListItem } from '@/components/newsroom/lists/StoryListItem'
import { LiveRefresh } from '@/components/newsroom/shell/NewsroomStatus.client'
import type { Actor } from '@/lib/auth/permissions'
import { requireActor } from '@/lib/auth/session'
import { findChange } from '@/lib/newsroom/live/newsroom-status-queries'
import { listAddress, parseListRequest, readDone } from '@/lib/newsroom/story-lists/list-address'
import { countList, findNewsroomPage } from '@/lib/newsroom/story-lists/list-queries'
import { resolveListFilter } from '@/lib/newsroom/story-lists/resolve-list-filter'
import {
  isListName,
  type ListName,
  listsFor,
  type StoryListPage,
} from '@/lib/newsroom/story-lists/story-lists'
import { requestNow } from '@/lib/render-context/request-now'

type Props = PageProps<'/newsroom/lists/[list]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { list } = await params
  const t = await getTranslations()
  return isListName(list) ? { title: t(`newsroomListNames.${list}`) } : {}
}

const countedLists: ListName[] = ['desk', 'submitted', 'scheduled', 'trash']

async function countsFor(actor: Actor, lists: ListName[], now: Date) {
  const wanted = countedLists.filter((list) => lists.includes(list))
  const counts = await Promise.all(wanted.map((list) => countList(actor, list, now)))
  return Object.fromEntries(wanted.map((list, index) => [list, counts[index]]))
}

const emptyPage: StoryListPage = { stories: [], before: null, after: null, isCutShort: false }

/** A list of stories with the filters in its address. */
export default async function NewsroomListPage({ params, searchParams }: Props) {
  const actor = await requireActor('viewStories')
  const { list } = await params
  if (!isListName(list)) notFound()
  const lists = listsFor(actor)
  if (!lists.includes(list)) forbidden()
  const now = requestNow()
  const query = await searchParams
  const request = parseListRequest(list, query)
  const {
    filter,
    categories,
    author,
    authorChoices,
    invalidFields: faulty,
  } = await resolveListFilter(request)
  const canQuery = faulty.length === 0 && authorChoices.length === 0
  // Before the rest: what changes meanwhile is then asked for again.
  const change = await findChange()
  const [page, counts, t] = await Promise.all([
    canQuery ? findNewsroomPage(actor, list, filter, request.cursor, now) : emptyPage,
    countsFor(actor, lists, now),
    getTranslations(),
  ])
  const typed = author ? { ...request.typed, author: author.name } : request.typed
  const pagedQuery = author ? { ...typed, author: '', by: author.id } : typed
  return (
    <>
      <LiveRefresh change={change} />
      <h1 className="text-27">{t(`newsroomListNames.${list}`)}</h1>
      <ListTabs lists={lists} open={list} counts={counts} />
      <ListFilters list={list} typed={typed} categories={categories} faulty={faulty} />
      <ListNotices
        list={list}
        page={page}
        done={readDone(query)}
        faulty={faulty}
        isFiltered={Object.values(typed).some(Boolean)}
        isLaterPage={request.cursor !== null}
        hasSearched={canQuery}
      />
      <AuthorChoices
        choices={authorChoices.map((choice) => ({
          ...choice,
          path: listAddress(list, { ...typed, author: '', contributorId: choice.id }),
        }))}
      />
      {page.stories.length > 0 && (
        <ol className="hairlines border-y border-rule">
          {page.stories.map((story) => (
            <StoryListItem
              key={story.id}
              story={story}
              now={now}
              heading="h2"
              actions={<RowActions actor={actor} list={list} story={story} />}
            />
          ))}
        </ol>
      )}
      <ListPager
        before={
          page.before && listAddress(list, pagedQuery, { direction: 'before', key: page.before })
        }
        after={page.after && listAddress(list, pagedQuery, { direction: 'after', key: page.after })}
        isAscending={list === 'scheduled'}
      />
    </>
  )
}
