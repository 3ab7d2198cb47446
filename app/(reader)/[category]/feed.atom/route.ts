import { feedRoute } from '@/app/(reader)/_feeds/feed-response'

export const dynamic = 'force-dynamic'

export const GET = feedRoute('', 'atom')
