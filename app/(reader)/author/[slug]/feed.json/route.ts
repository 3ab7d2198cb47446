import { answerFeed } from '../../../feed-answer'

export const dynamic = 'force-dynamic'

export async function GET(_: Request, { params }: RouteContext<'/author/[slug]/feed.json'>) {
  const { slug } = await params
  return answerFeed(`/author/${slug}`, 'json')
}
