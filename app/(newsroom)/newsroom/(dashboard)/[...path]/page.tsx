import { notFound } from 'next/navigation'
import { requireActor } from '@/lib/auth/session'

/** Every address of the newsroom that no other page knows. */
export default async function UnknownNewsroomPage() {
  await requireActor()
  notFound()
}
