import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { DraftNotice } from '@/components/preview/DraftNotice'
import { PreviewView } from '@/components/preview/PreviewView'
import { Page } from '@/components/site/Page'
import { answerWith } from '@/lib/document/document'
import { requestNow } from '@/lib/document/now'
import { findLinkedPreview } from '@/lib/newsroom/link-queries'
import { articleOf } from '@/lib/newsroom/preview'
import { getMasthead } from '@/lib/paper/queries'
import { previewMetadata } from '../../article-metadata'

type Props = PageProps<'/preview/[token]'>

const findLinked = cache((token: string) => findLinkedPreview(token, requestNow()))

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await findLinked((await params).token)
  const closed: Metadata = { robots: { index: false, follow: false }, referrer: 'no-referrer' }
  if (!found) return closed
  const { content, preview } = found
  const article = articleOf(content, preview.life, preview.ties)
  const t = await getTranslations('preview')
  return {
    ...(await previewMetadata(article)),
    title: `${t('draft')} ${article.headline}`,
    ...closed,
  }
}

/**
 * A story as it was when somebody made the link, for who has no account. Anything else answers 404, for which the press
 * hands out the same document as for every address that leads nowhere.
 */
export default async function LinkedPreviewPage({ params }: Props) {
  const found = await findLinked((await params).token)
  if (!found) {
    answerWith(404)
    return null
  }
  const { content, preview, createdAt, expiresAt } = found
  const masthead = await getMasthead(preview.now)
  return (
    <>
      <DraftNotice at={createdAt} expiresAt={expiresAt} />
      <Page masthead={masthead} now={preview.now}>
        <PreviewView preview={preview} content={content} cardPath={null} />
      </Page>
    </>
  )
}
