import type { Metadata } from 'next'
import { forbidden, notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { AuthorChoices } from '@/components/newsroom/lists/AuthorChoices'
import { ListFilters } from '@/components/newsroom/lists/ListFilters'
import { ListNotices } from '@/components/newsroom/lists/ListNotices'
import { ListPager } from '@/components/newsroom/lists/ListPager'
import { ListTabs } from '@/components/newsroom/lists/ListTabs'
import { StoryLine } from '@/components/newsroom/lists/StoryLine'
import type { Actor } from '@/lib/auth/roles'
import { requireActor } from '@/lib/auth/session'
import { requestNow } from '@/lib/document/now'
import { listAddress, readDone, readListRequest } from '@/lib/newsroom/list-address'
import { narrow } from '@/lib/newsroom/list-narrowing'
import { countList, findNewsroomPage } from '@/lib/newsroom/list-queries'
import { isListName, type ListName, type ListPage, listsFor } from '@/lib/newsroom/lists'
import { RowActs } from '../RowActs'

type Props = PageProps<'/newsroom/lists/[list]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { list } = await params
  const say = await getTranslations()
  return isListName(list) ? { title: say(`newsroomListNames.${list}`) } : {}
}

const counted: ListName[] = ['desk', 'submitted', 'scheduled', 'trash']

async function countsFor(actor: Actor, lists: ListName[], now: Date) {
  const wanted = counted.filter((list) => lists.includes(list))
  const counts = await Promise.all(wanted.map((list) => countList(actor, list, now)))
  return Object.fromEntries(wanted.map((list, index) => [list, counts[index]]))
}

const nothing: ListPage = { stories: [], before: null, after: null, isCutShort: false }

/** A list of stories, narrowed as its address says. */
export default async function NewsroomListPage({ params, searchParams }: Props) {
  const actor = await requireActor()
  const { list } = await params
  if (!isListName(list)) notFound()
  const lists = listsFor(actor)
  if (!lists.includes(list)) forbidden()
  const now = requestNow()
  const asked = await searchParams
  const request = readListRequest(list, asked)
  const { filter, categories, author, authorChoices, faulty } = await narrow(request)
  const isAskable = faulty.length === 0 && authorChoices.length === 0
  const [page, counts, say] = await Promise.all([
    isAskable ? findNewsroomPage(actor, list, filter, request.turn, now) : nothing,
    countsFor(actor, lists, now),
    getTranslations(),
  ])
  const typed = author ? { ...request.typed, author: author.name } : request.typed
  const narrowed = author ? { ...typed, author: '', by: author.id } : typed
  return (
    <>
      <h1 className="text-27">{say(`newsroomListNames.${list}`)}</h1>
      <ListTabs lists={lists} open={list} counts={counts} />
      <ListFilters list={list} typed={typed} categories={categories} faulty={faulty} />
      <ListNotices
        list={list}
        page={page}
        done={readDone(asked)}
        faulty={faulty}
        isNarrowed={Object.values(typed).some(Boolean)}
        isTurned={request.turn !== null}
        isAsked={isAskable}
      />
      <AuthorChoices
        choices={authorChoices.map((choice) => ({
          ...choice,
          path: listAddress(list, { ...typed, author: '', by: choice.id }),
        }))}
      />
      {page.stories.length > 0 && (
        <ol className="hairlines border-y border-rule">
          {page.stories.map((story) => (
            <StoryLine
              key={story.id}
              story={story}
              now={now}
              heading="h2"
              acts={<RowActs actor={actor} list={list} story={story} />}
            />
          ))}
        </ol>
      )}
      <ListPager
        before={page.before && listAddress(list, narrowed, { way: 'before', key: page.before })}
        after={page.after && listAddress(list, narrowed, { way: 'after', key: page.after })}
        isAscending={list === 'scheduled'}
      />
    </>
  )
}
