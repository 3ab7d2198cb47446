import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { cache } from 'react'
import { PreviewView } from '@/components/preview/PreviewView'
import { Notice } from '@/components/site/Notice'
import { Page } from '@/components/site/Page'
import { requireActor } from '@/lib/auth/session'
import { answerWith } from '@/lib/document/document'
import { requestNow } from '@/lib/document/now'
import { frontPlaces } from '@/lib/front/front'
import { articleOf } from '@/lib/newsroom/preview'
import { copyCardPath, readPreviewAddress } from '@/lib/newsroom/preview-address'
import { findSavedPreview } from '@/lib/newsroom/preview-queries'
import { getMasthead } from '@/lib/paper/queries'
import { previewMetadata } from '../../../../article-metadata'

type Props = PageProps<'/newsroom/preview/[story]/[view]'>

const findPreviewed = cache(async (story: string, view: string, place: string) => {
  const actor = await requireActor()
  const address = readPreviewAddress(story, view)
  if (!address) return 'noSuchStory'
  const wish = { view: address.view, place: frontPlaces.find((each) => each === place) ?? 'rule' }
  return findSavedPreview(actor, address.id, wish, requestNow())
})

async function answerTo({ params, searchParams }: Props) {
  const [{ story, view }, { place }] = await Promise.all([params, searchParams])
  return findPreviewed(story, view, String(place ?? ''))
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const found = await answerTo(props)
  if (typeof found === 'string') return { robots: { index: false, follow: false } }
  const { life, ties } = found.preview
  return previewMetadata(articleOf(found.content, life, ties))
}

/**
 * A story as it was last saved, on the page where readers will see it: the readers' page to the byte, save that its
 * head says neither address nor index (e2e/newsroom-preview.spec.ts).
 */
export default async function PreviewPage(props: Props) {
  const found = await answerTo(props)
  if (typeof found === 'string') {
    answerWith(found === 'noSuchStory' ? 404 : 403)
    return <NotToBeSeen isMissing={found === 'noSuchStory'} />
  }
  const { preview, content, state } = found
  const masthead = await getMasthead(preview.now)
  return (
    <Page masthead={masthead} now={preview.now} isFront={preview.around.view === 'front'}>
      <PreviewView preview={preview} content={content} cardPath={copyCardPath(state)} />
    </Page>
  )
}

function NotToBeSeen({ isMissing }: { isMissing: boolean }) {
  const t = useTranslations('preview')
  return (
    <main className="mx-auto max-w-page px-4">
      {isMissing ? (
        <Notice title={t('missingTitle')} text={t('missing')} />
      ) : (
        <Notice title={t('noRightTitle')} text={t('noRight')} />
      )}
    </main>
  )
}
