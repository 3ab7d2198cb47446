import { answerFeed } from '../../feed-answer'

export const dynamic = 'force-dynamic'

export async function GET(_: Request, { params }: RouteContext<'/[category]/feed.xml'>) {
  const { category } = await params
  return answerFeed(`/${category}`, 'xml')
}
