import { feedResponse } from '@/app/(reader)/_feeds/feed-response'

// The page cache stores the response; Next caches nothing.
export const dynamic = 'force-dynamic'

export const GET = () => feedResponse('/', 'xml')
