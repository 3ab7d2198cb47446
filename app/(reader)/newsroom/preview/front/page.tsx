import type { Metadata } from 'next'
import { FrontView } from '@/components/front/FrontView'
import { Page } from '@/components/site/Page'
import { readNumber } from '@/lib/articles/article'
import { requireActor } from '@/lib/auth/session'
import { requestNow } from '@/lib/document/now'
import { secondsCount, setFront } from '@/lib/front/front'
import { getFrontMaterial } from '@/lib/front/queries'
import { getMasthead } from '@/lib/paper/queries'

type Props = PageProps<'/newsroom/preview/front'>

export async function generateMetadata(): Promise<Metadata> {
  const { paper } = await getMasthead(requestNow())
  return { title: `${paper.name} | ${paper.tagline}`, robots: { index: false, follow: false } }
}

/**
 * The front page as it would stand with other stories held to its places: `?pins=12.7.30`, the lead first; `?pins=` for
 * none, and without it the pins that are held now.
 */
export default async function FrontPreviewPage({ searchParams }: Props) {
  await requireActor('front')
  const { pins } = await searchParams
  const now = requestNow()
  const masthead = await getMasthead(now)
  const ids = typeof pins === 'string' ? readPins(pins) : undefined
  const front = setFront(await getFrontMaterial(masthead.categories, now, ids))
  return (
    <Page masthead={masthead} now={now} isFront>
      <FrontView front={front} now={now} />
    </Page>
  )
}

const readPins = (list: string) =>
  [...new Set(list.split('.').map(readNumber))]
    .filter((id) => id !== null)
    .slice(0, 1 + secondsCount)
