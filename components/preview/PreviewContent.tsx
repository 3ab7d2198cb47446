import { useTranslations } from 'next-intl'
import { ArticleView } from '@/components/article/ArticleView'
import { FrontView } from '@/components/front/FrontView'
import { StoryListing } from '@/components/list/StoryListing'
import { Subcategories } from '@/components/list/Subcategories'
import { chooseReadMore } from '@/lib/articles/read-next'
import type { Article } from '@/lib/content-model/article'
import { categoryPath, subcategoriesOf, trailTo } from '@/lib/content-model/category'
import { composeFront, insertByTime, withPreviewStory } from '@/lib/front/front'
import type { StoryContent } from '@/lib/newsroom/draft/story-content'
import { articleOf, type Preview, summaryOf } from '@/lib/newsroom/preview/preview'
import { shareTextOf } from '@/lib/seo/share-text'
import { ShareCardFrame } from './ShareCardFrame'

type PreviewContentProps = {
  preview: Preview
  content: StoryContent
  /** The address of the share card; null when only the story's page is previewed. */
  cardPath: string | null
}

/**
 * The content between masthead and footer of a preview. It is rendered on the server for a document, and
 * in the browser while the story is written, by the components of reader pages.
 */
export function PreviewContent({ preview, content, cardPath }: PreviewContentProps) {
  const t = useTranslations('preview')
  const written = articleOf(content, preview.publication, preview.references)
  const article = { ...written, headline: written.headline || t('noHeadline') }
  const { context, categories, now } = preview
  switch (context.view) {
    case 'article':
      return <StoryPage article={article} preview={preview} context={context} />
    case 'front': {
      const { material, place } = context
      const front = composeFront(withPreviewStory(material, summaryOf(article), categories, place))
      return <FrontView front={front} now={now} />
    }
    case 'category':
      return <CategoryPage article={article} preview={preview} context={context} />
    case 'card':
      return <ShareCardFrame text={shareTextOf(article, preview.siteUrl)} cardPath={cardPath} />
  }
}

type View = Preview['context']['view']
type PreviewPageProps<V extends View> = {
  article: Article
  preview: Preview
  context: Extract<Preview['context'], { view: V }>
}

function StoryPage({ article, preview, context }: PreviewPageProps<'article'>) {
  const { categories, siteUrl, now } = preview
  const own = categories.find(({ slug }) => slug === article.category.slug)
  return (
    <ArticleView
      article={article}
      breadcrumb={own ? trailTo(categories, own) : []}
      moreInCategory={context.moreInCategory}
      readMore={chooseReadMore(article, context.moreInCategory, context.latest)}
      siteUrl={siteUrl}
      now={now}
    />
  )
}

function CategoryPage({ article, preview, context }: PreviewPageProps<'category'>) {
  const { categories, now } = preview
  const { category } = article
  const own = categories.find(({ slug }) => slug === category.slug)
  return (
    <StoryListing
      title={category.name}
      aside={
        own && (
          <Subcategories
            above={trailTo(categories, own).slice(0, -1)}
            below={subcategoriesOf(categories, own)}
          />
        )
      }
      stories={insertByTime(context.stories, summaryOf(article))}
      basePath={categoryPath(category)}
      number={context.number}
      newest={context.newest}
      now={now}
    />
  )
}
