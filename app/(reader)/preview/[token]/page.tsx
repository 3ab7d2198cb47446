import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { previewMetadata } from '@/app/(reader)/_metadata/article-metadata'
import { DraftNotice } from '@/components/preview/DraftNotice'
import { PreviewContent } from '@/components/preview/PreviewContent'
import { Page } from '@/components/site/Page'
import { articleOf } from '@/lib/newsroom/preview/preview'
import { findLinkedPreview } from '@/lib/newsroom/preview/preview-link-queries'
import { getSiteInfo } from '@/lib/paper/queries'
import { requestNow } from '@/lib/render-context/request-now'
import { setStatus } from '@/lib/render-context/response'

type Props = PageProps<'/preview/[token]'>

const findLinked = cache((token: string) => findLinkedPreview(token, requestNow()))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await findLinked((await params).token)
  const unlisted: Metadata = { robots: { index: false, follow: false }, referrer: 'no-referrer' }
  if (!found) return unlisted
  const { content, preview, publicPath } = found
  const article = articleOf(content, preview.publication, preview.references)
  const t = await getTranslations('preview')
  return {
    ...(await previewMetadata(article)),
    title: `${t(publicPath ? 'changed' : 'draft')} ${article.headline}`,
    ...unlisted,
  }
}

/**
 * The story of a preview link, as it was when the link was made. Any other address answers 404, with the same page as
 * every unknown address.
 */
export default async function LinkedPreviewPage({ params }: Props) {
  const found = await findLinked((await params).token)
  if (!found) {
    setStatus(404)
    return null
  }
  const { content, preview, publicPath, createdAt, expiresAt } = found
  const masthead = await getSiteInfo(preview.now)
  return (
    <>
      <DraftNotice publicPath={publicPath} at={createdAt} expiresAt={expiresAt} />
      <Page masthead={masthead} now={preview.now}>
        <PreviewContent preview={preview} content={content} cardPath={null} />
      </Page>
    </>
  )
}
