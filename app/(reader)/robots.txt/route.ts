import { robotsText } from '@/lib/seo/robots'

// The press keeps documents; Next keeps none.
export const dynamic = 'force-dynamic'

export function GET() {
  return new Response(robotsText(), { headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
}
