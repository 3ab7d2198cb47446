import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { cache } from 'react'
import { previewMetadata } from '@/app/(reader)/_metadata/article-metadata'
import { PreviewContent } from '@/components/preview/PreviewContent'
import { Page } from '@/components/site/Page'
import { PageNotice } from '@/components/site/PageNotice'
import { requireActor } from '@/lib/auth/session'
import { frontPlaces } from '@/lib/front/front'
import { articleOf } from '@/lib/newsroom/preview/preview'
import { previewCardPath, readPreviewAddress } from '@/lib/newsroom/preview/preview-address'
import { findSavedPreview } from '@/lib/newsroom/preview/preview-queries'
import { getSiteInfo } from '@/lib/paper/queries'
import { requestNow } from '@/lib/render-context/request-now'
import { setStatus } from '@/lib/render-context/response'

type Props = PageProps<'/newsroom/preview/[story]/[view]'>

const findPreviewed = cache(async (story: string, view: string, place: string) => {
  const actor = await requireActor('viewStories')
  const address = readPreviewAddress(story, view)
  if (!address) return 'noSuchStory'
  const options = {
    view: address.view,
    place: frontPlaces.find((each) => each === place) ?? 'rule',
  }
  return findSavedPreview(actor, address.id, options, requestNow())
})

async function findRequested({ params, searchParams }: Props) {
  const [{ story, view }, { place }] = await Promise.all([params, searchParams])
  return findPreviewed(story, view, String(place ?? ''))
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const found = await findRequested(props)
  if (typeof found === 'string') return { robots: { index: false, follow: false } }
  const { publication, references } = found.preview
  return previewMetadata(articleOf(found.content, publication, references))
}

/**
 * A preview of a saved story on the readers' page, identical to the byte except that its head has no canonical
 * address and no index directive (e2e/newsroom-preview.spec.ts).
 */
export default async function StoryPreviewPage(props: Props) {
  const found = await findRequested(props)
  if (typeof found === 'string') {
    setStatus(found === 'noSuchStory' ? 404 : 403)
    return <PreviewRefused isMissing={found === 'noSuchStory'} />
  }
  const { preview, content, state } = found
  const masthead = await getSiteInfo(preview.now)
  return (
    <Page masthead={masthead} now={preview.now} isFront={preview.context.view === 'front'}>
      <PreviewContent preview={preview} content={content} cardPath={previewCardPath(state)} />
    </Page>
  )
}

function PreviewRefused({ isMissing }: { isMissing: boolean }) {
  const t = useTranslations('preview')
  return (
    <main className="mx-auto max-w-page px-4">
      {isMissing ? (
        <PageNotice title={t('missingTitle')} text={t('missing')} />
      ) : (
        <PageNotice title={t('noRightTitle')} text={t('noRight')} />
      )}
    </main>
  )
}
