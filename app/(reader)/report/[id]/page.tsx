import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { reportedStory } from '@/app/(reader)/_forms/reported-story'
import { ReportForm } from '@/components/report/ReportForm'
import { Page } from '@/components/site/Page'
import { articlePath } from '@/lib/content-model/article'
import { getSiteInfo } from '@/lib/paper/queries'
import { issueFormToken } from '@/lib/reader-forms/form-token'
import { requestNow } from '@/lib/render-context/request-now'
import { currentRefusedForm } from '@/lib/render-context/response'
import { reportPath } from '@/lib/urls/report-address'

type Props = PageProps<'/report/[id]'>

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('report')
  const { paper } = await getSiteInfo(requestNow())
  return { title: `${t('title')} | ${paper.name}`, robots: { index: false } }
}

/** The form in which a reader reports a fault in a story. Rendered for each request: its token is the reader's own. */
export default async function ReportPage({ params }: Props) {
  const { id } = await params
  const { article, otherwise } = await reportedStory(id, `/report/${id}`)
  if (!article) return otherwise
  const now = requestNow()
  const refused = currentRefusedForm()
  return (
    <Page masthead={await getSiteInfo(now)} now={now}>
      <ReportForm
        headline={article.headline}
        storyPath={articlePath(article)}
        action={reportPath(article.id)}
        token={refused?.token ?? issueFormToken({ form: 'report', subject: id }, now)}
        refused={refused}
      />
    </Page>
  )
}
