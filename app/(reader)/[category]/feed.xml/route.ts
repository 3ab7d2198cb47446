import { feedResponse } from '@/app/(reader)/_feeds/feed-response'

export const dynamic = 'force-dynamic'

export async function GET(_: Request, { params }: RouteContext<'/[category]/feed.xml'>) {
  const { category } = await params
  return feedResponse(`/${category}`, 'xml')
}
