import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { reportedStory } from '@/app/(reader)/_forms/reported-story'
import { Page } from '@/components/site/Page'
import { PageNotice } from '@/components/site/PageNotice'
import { NextLink } from '@/components/ui/TapLink'
import { articlePath } from '@/lib/content-model/article'
import { getSiteInfo } from '@/lib/paper/queries'
import { requestNow } from '@/lib/render-context/request-now'

type Props = PageProps<'/report/[id]/sent'>

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('report')
  const { paper } = await getSiteInfo(requestNow())
  return { title: `${t('sentTitle')} | ${paper.name}`, robots: { index: false } }
}

/** The page that thanks for a report. */
export default async function ReportSentPage({ params }: Props) {
  const { id } = await params
  const { article, otherwise } = await reportedStory(id, `/report/${id}/sent`)
  if (!article) return otherwise
  const now = requestNow()
  return (
    <Page masthead={await getSiteInfo(now)} now={now}>
      <Thanks storyPath={articlePath(article)} />
    </Page>
  )
}

function Thanks({ storyPath }: { storyPath: string }) {
  const t = useTranslations('report')
  return (
    <PageNotice title={t('sentTitle')} text={t('sent')}>
      <NextLink href={storyPath} className="text-18">
        {t('toStory')}
      </NextLink>
    </PageNotice>
  )
}
