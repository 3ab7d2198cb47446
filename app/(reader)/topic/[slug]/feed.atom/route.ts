import { answerFeed } from '../../../feed-answer'

export const dynamic = 'force-dynamic'

export async function GET(_: Request, { params }: RouteContext<'/topic/[slug]/feed.atom'>) {
  const { slug } = await params
  return answerFeed(`/topic/${slug}`, 'atom')
}
