import { useTranslations } from 'next-intl'
import type { Article, StorySummary } from '@/lib/content-model/article'
import type { Category } from '@/lib/content-model/category'
import { MoreInCategory } from './MoreInCategory'
import { ReadMore } from './ReadMore'
import { StoryBody } from './StoryBody'
import { StoryFooter } from './StoryFooter'
import { StoryHeader } from './StoryHeader'
import { StoryPicture } from './StoryPicture'

type ArticleViewProps = {
  article: Article
  breadcrumb: Category[]
  moreInCategory: StorySummary[]
  readMore: StorySummary[]
  siteUrl: string
  now: Date
}

/** A story's page: the story in eight columns, its category's other stories beside it, other stories below. */
export function ArticleView(props: ArticleViewProps) {
  const { article, breadcrumb, moreInCategory, readMore, siteUrl, now } = props
  return (
    <>
      <div className="grid gap-8 lg:grid-cols-12 lg:gap-6">
        <article
          className="grid content-start gap-5 lg:col-span-8"
          // The reader script reads the story's number from it (reader/report-read.ts).
          data-story={article.isHeadlineOnly ? undefined : article.id}
        >
          <StoryHeader article={article} breadcrumb={breadcrumb} />
          {article.image && <StoryPicture picture={article.image} isLead />}
          {article.isHeadlineOnly ? (
            <HeadlineOnly />
          ) : (
            <StoryBody
              body={article.body}
              dateline={article.dateline}
              pictures={article.pictures}
            />
          )}
          <StoryFooter article={article} siteUrl={siteUrl} />
        </article>
        <div className="no-print lg:col-span-4 lg:pt-8 lg:pl-6">
          <MoreInCategory stories={moreInCategory} category={article.category} now={now} />
        </div>
      </div>
      <ReadMore stories={readMore} now={now} />
    </>
  )
}

function HeadlineOnly() {
  const t = useTranslations('article')
  return <p className="max-w-measure text-18 text-quiet">{t('headlineOnly')}</p>
}
