import { useTranslations } from 'next-intl'
import { Arrow } from '@/components/ui/Arrow'
import { Headline } from '@/components/ui/Headline'
import { Kicker } from '@/components/ui/Kicker'
import { Stamp } from '@/components/ui/Stamp'
import { TapLink } from '@/components/ui/TapLink'
import { formatReadingTime, readingMinutes } from '@/lib/bengali/text/reading-time'
import { type Article, authorPath, changedAt } from '@/lib/content-model/article'
import { type Category, categoryPath } from '@/lib/content-model/category'

type StoryHeaderProps = { article: Article; breadcrumb: Category[] }

/** The header of a story: category, headline, byline and times. */
export function StoryHeader({ article, breadcrumb }: StoryHeaderProps) {
  const t = useTranslations('site')
  return (
    <header className="grid gap-3 pt-5">
      <nav aria-label={t('breadcrumb')}>
        <ol className="flex flex-wrap gap-x-2 text-16 font-bold">
          {breadcrumb.map((category, index) => (
            <li key={category.id} className="flex items-center gap-x-2">
              {index > 0 && <Arrow to="inner" />}
              <TapLink href={categoryPath(category)}>{category.name}</TapLink>
            </li>
          ))}
        </ol>
      </nav>
      {article.kicker && <Kicker text={article.kicker} />}
      <h1 className="text-27 md:text-34 lg:text-42">
        <Headline text={article.headline} />
      </h1>
      {article.standfirst && (
        <p className="max-w-measure text-18 text-quiet md:text-19">{article.standfirst}</p>
      )}
      <div className="grid gap-1 border-y border-rule py-3">
        <Byline article={article} />
        <Stamps article={article} />
        {!article.isHeadlineOnly && (
          <p className="no-print text-14 text-quiet">
            {formatReadingTime(readingMinutes(article.wordCount))}
          </p>
        )}
      </div>
    </header>
  )
}

function Byline({ article }: { article: Article }) {
  const t = useTranslations('article')
  if (article.bylines.length === 0) return null
  return (
    <ul aria-label={t('byline')} className="flex flex-wrap gap-x-2 text-16 font-bold">
      {article.bylines.map((contributor, index) => (
        <li key={contributor.slug}>
          <TapLink href={authorPath(contributor)}>{contributor.name}</TapLink>
          {index < article.bylines.length - 1 && ','}
        </li>
      ))}
    </ul>
  )
}

/** When the story was published, and when readers were last told of a change. */
function Stamps({ article }: { article: Article }) {
  const t = useTranslations('article')
  const changed = changedAt(article)
  return (
    <p className="text-14 text-quiet">
      {t('published')} <Stamp at={article.publicAt} />
      {changed && (
        <>
          <span aria-hidden="true"> | </span>
          {t('updated')} <Stamp at={changed} />
        </>
      )}
    </p>
  )
}
