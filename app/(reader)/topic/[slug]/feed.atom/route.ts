import { feedResponse } from '@/app/(reader)/_feeds/feed-response'

export const dynamic = 'force-dynamic'

export async function GET(_: Request, { params }: RouteContext<'/topic/[slug]/feed.atom'>) {
  const { slug } = await params
  return feedResponse(`/topic/${slug}`, 'atom')
}
