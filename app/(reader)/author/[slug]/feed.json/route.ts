import { feedResponse } from '@/app/(reader)/_feeds/feed-response'

export const dynamic = 'force-dynamic'

export async function GET(_: Request, { params }: RouteContext<'/author/[slug]/feed.json'>) {
  const { slug } = await params
  return feedResponse(`/author/${slug}`, 'json')
}
