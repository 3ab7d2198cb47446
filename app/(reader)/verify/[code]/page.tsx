import type { Metadata } from 'next'
import { useTranslations } from 'next-intl'
import { getTranslations } from 'next-intl/server'
import { Page } from '@/components/site/Page'
import { PageNotice } from '@/components/site/PageNotice'
import { VerifiedCard } from '@/components/verify/VerifiedCard'
import { VerifyForm } from '@/components/verify/VerifyForm'
import { getSiteInfo } from '@/lib/paper/queries'
import { findVerified } from '@/lib/photocards/queries'
import { requestNow } from '@/lib/render-context/request-now'
import { setStatus } from '@/lib/render-context/response'
import { formatCode } from '@/lib/urls/verify-address'

type Props = PageProps<'/verify/[code]'>

/** The code as typed: Next encodes letters in parameters and decodes a lone percent sign. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    // A typed percent sign does not begin an escape sequence.
    return part
  }
}

async function findRequested(params: Props['params']) {
  const typed = decoded((await params).code)
  return { typed, card: await findVerified(typed, requestNow()) }
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { card } = await findRequested(params)
  const t = await getTranslations('verify')
  const { paper } = await getSiteInfo(requestNow())
  const title = card && `${t('titleOf', { code: formatCode(card.code) })} | ${paper.name}`
  return { ...(title && { title }), robots: { index: false } }
}

/** The verification page of a photocard code. */
export default async function VerifiedPage({ params }: Props) {
  const now = requestNow()
  const { typed, card } = await findRequested(params)
  const masthead = await getSiteInfo(now)
  const paper = masthead.paper.name
  if (!card) setStatus(404)
  return (
    <Page masthead={masthead} now={now}>
      {card ? (
        <div className="grid gap-8 py-6">
          <VerifiedCard card={card} paper={paper} />
          <VerifyForm />
        </div>
      ) : (
        <UnknownCode typed={typed} paper={paper} />
      )}
    </Page>
  )
}

/** One answer for a code that is none, that no card has, or whose story readers do not have yet. */
function UnknownCode({ typed, paper }: { typed: string; paper: string }) {
  const t = useTranslations('verify')
  return (
    <PageNotice title={t('unknownTitle')} text={t('unknown', { paper })}>
      <VerifyForm typed={typed} />
    </PageNotice>
  )
}
