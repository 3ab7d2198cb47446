import { answerFeed } from '../../../feed-answer'

export const dynamic = 'force-dynamic'

export async function GET(_: Request, { params }: RouteContext<'/topic/[slug]/feed.xml'>) {
  const { slug } = await params
  return answerFeed(`/topic/${slug}`, 'xml')
}
