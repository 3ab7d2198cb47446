import { listQueryShapes } from '@/lib/paper/queries'

// The page cache stores the response; Next caches nothing.
export const dynamic = 'force-dynamic'

/** Which paths of old sites had which parameters in their queries, for the server (server/http/redirects/query-redirects.ts). */
export async function GET() {
  return Response.json(await listQueryShapes())
}
