import { notFound } from 'next/navigation'
import { requireActor } from '@/lib/auth/session'

/** Every newsroom address without a page of its own. */
export default async function UnknownNewsroomPage() {
  await requireActor()
  notFound()
}
