'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { handOver } from '@/lib/auth/cookies'
import { signOut } from '@/lib/auth/sign-in'

export async function signOutAction(): Promise<void> {
  await handOver(await signOut(await headers()))
  redirect('/newsroom/sign-in')
}
