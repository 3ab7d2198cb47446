import type { ReactNode } from 'react'
import { NotFoundPage } from '@/app/(reader)/_errors/NotFoundPage'
import { WithdrawnPage } from '@/app/(reader)/_errors/WithdrawnPage'
import { findArticle } from '@/lib/articles/queries'
import { type Article, readNumber } from '@/lib/content-model/article'
import { requestNow } from '@/lib/render-context/request-now'

type ReportedStory =
  | { article: Article; otherwise?: undefined }
  | { article: null; otherwise: ReactNode }

/** The story of that number, for a page below it; otherwise the page of 404 or 410. */
export async function reportedStory(part: string, path: string): Promise<ReportedStory> {
  const id = readNumber(part)
  const found = id === null ? null : await findArticle(id, requestNow())
  if (found?.kind === 'public') return { article: found.article }
  return {
    article: null,
    otherwise: found ? <WithdrawnPage {...found} /> : <NotFoundPage path={path} />,
  }
}
