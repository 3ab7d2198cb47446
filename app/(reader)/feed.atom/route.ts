import { answerFeed } from '../feed-answer'

// The press keeps documents; Next keeps none.
export const dynamic = 'force-dynamic'

export const GET = () => answerFeed('/', 'atom')
