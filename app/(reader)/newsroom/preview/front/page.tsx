import type { Metadata } from 'next'
import { FrontView } from '@/components/front/FrontView'
import { Page } from '@/components/site/Page'
import { requireActor } from '@/lib/auth/session'
import { decodeChoice } from '@/lib/front/draft'
import { composeFront } from '@/lib/front/front'
import { choiceInput } from '@/lib/front/input'
import { getFrontMaterial } from '@/lib/front/queries'
import { getSiteInfo } from '@/lib/paper/queries'
import { requestNow } from '@/lib/render-context/request-now'

export async function generateMetadata(): Promise<Metadata> {
  const { paper } = await getSiteInfo(requestNow())
  return { title: `${paper.name} | ${paper.tagline}`, robots: { index: false, follow: false } }
}

/** The readers' front page as it would stand with a choice that is not published: the same parts, the same data. */
export default async function FrontDraftPage({
  searchParams,
}: PageProps<'/newsroom/preview/front'>) {
  await requireActor('front')
  const { draft } = await searchParams
  const now = requestNow()
  const masthead = await getSiteInfo(now)
  // An invalid draft shows the page as published.
  const choice = choiceInput.safeParse(typeof draft === 'string' ? decodeChoice(draft) : null).data
  const front = composeFront(await getFrontMaterial(masthead.categories, now, choice))
  return (
    <Page masthead={masthead} now={now} isFront>
      <FrontView front={front} now={now} />
    </Page>
  )
}
