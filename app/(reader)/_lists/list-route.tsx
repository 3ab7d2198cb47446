import type { Metadata } from 'next'
import { NotFoundPage } from '@/app/(reader)/_errors/NotFoundPage'
import { listMetadata } from '@/app/(reader)/_metadata/list-metadata'
import { notFoundMetadata } from '@/app/(reader)/_metadata/not-found-metadata'
import { readNumber } from '@/lib/content-model/article'
import { ReaderListPage } from './ReaderListPage'
import type { ReaderListKind } from './reader-lists'

/** The parts of a list's address: the slug under its name in the route, and the page's number. */
type Props = { params: Promise<{ slug?: string; category?: string; number?: string }> }

/** The metadata and the page of a route for lists of that kind, at the bare address and under `/page/[number]`. */
export function listRoute({ pathOf, find }: ReaderListKind) {
  async function findRequested({ params }: Props) {
    const { slug, category, number } = await params
    const basePath = pathOf(slug ?? category ?? '')
    const requestedPage = number === undefined ? null : readNumber(number)
    const isPossible = number === undefined || requestedPage !== null
    const list = isPossible ? await find(slug ?? category ?? '', requestedPage) : null
    return { list, basePath, requestedPage, path: basePath + (number ? `/page/${number}` : '') }
  }
  return {
    async generateMetadata(props: Props): Promise<Metadata> {
      const { list, basePath } = await findRequested(props)
      return list ? listMetadata(list.title, basePath, list.page) : notFoundMetadata
    },
    async ListPage(props: Props) {
      const { list, path, ...place } = await findRequested(props)
      return list ? <ReaderListPage {...list} {...place} /> : <NotFoundPage path={path} />
    },
  }
}
