import { useTranslations } from 'next-intl'
import { ArticleView } from '@/components/article/ArticleView'
import { FrontView } from '@/components/front/FrontView'
import { StoryListing } from '@/components/list/StoryListing'
import { Subcategories } from '@/components/list/Subcategories'
import type { Article } from '@/lib/articles/article'
import { chooseReadMore } from '@/lib/articles/read-next'
import { categoryPath, subcategoriesOf, trailTo } from '@/lib/categories/category'
import { amongNewest, setFront, withStory } from '@/lib/front/front'
import type { StoryContent } from '@/lib/newsroom/content'
import { articleOf, type Preview, summaryOf } from '@/lib/newsroom/preview'
import { shareTextOf } from '@/lib/seo/share-card'
import { ShareCardFrame } from './ShareCardFrame'

type PreviewViewProps = {
  preview: Preview
  content: StoryContent
  /** Where the share card is drawn; null for who looks at the story's page alone. */
  cardPath: string | null
}

/**
 * What stands between masthead and footer of the page a story is looked at on: drawn on the server for a document, and
 * in the browser while the story is written, by the components that draw readers' pages.
 */
export function PreviewView({ preview, content, cardPath }: PreviewViewProps) {
  const t = useTranslations('preview')
  const written = articleOf(content, preview.life, preview.ties)
  const article = { ...written, headline: written.headline || t('noHeadline') }
  const { around, categories, now } = preview
  switch (around.view) {
    case 'article':
      return <StoryPage article={article} preview={preview} around={around} />
    case 'front': {
      const { material, place } = around
      const front = setFront(withStory(material, summaryOf(article), categories, place))
      return <FrontView front={front} now={now} />
    }
    case 'category':
      return <CategoryPage article={article} preview={preview} around={around} />
    case 'card':
      return <ShareCardFrame text={shareTextOf(article, preview.siteUrl)} cardPath={cardPath} />
  }
}

type View = Preview['around']['view']
type PageProps<V extends View> = {
  article: Article
  preview: Preview
  around: Extract<Preview['around'], { view: V }>
}

function StoryPage({ article, preview, around }: PageProps<'article'>) {
  const { categories, siteUrl, now } = preview
  const own = categories.find(({ slug }) => slug === article.category.slug)
  return (
    <ArticleView
      article={article}
      trail={own ? trailTo(categories, own) : []}
      moreInCategory={around.moreInCategory}
      readMore={chooseReadMore(article, around.moreInCategory, around.latest)}
      siteUrl={siteUrl}
      now={now}
    />
  )
}

function CategoryPage({ article, preview, around }: PageProps<'category'>) {
  const { categories, now } = preview
  const { category } = article
  const own = categories.find(({ slug }) => slug === category.slug)
  return (
    <StoryListing
      title={category.name}
      beside={
        own && (
          <Subcategories
            above={trailTo(categories, own).slice(0, -1)}
            below={subcategoriesOf(categories, own)}
          />
        )
      }
      stories={amongNewest(around.stories, summaryOf(article))}
      basePath={categoryPath(category)}
      number={around.number}
      newest={around.newest}
      now={now}
    />
  )
}
