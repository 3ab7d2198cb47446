import { listQueryShapes } from '@/lib/paper/queries'

// The press keeps documents; Next keeps none.
export const dynamic = 'force-dynamic'

/** Which paths of old sites had which parameters in their queries, for the press (press/old-queries.ts). */
export async function GET() {
  return Response.json(await listQueryShapes())
}
