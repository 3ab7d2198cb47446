'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { setResponseCookies } from '@/lib/auth/response-cookies'
import { signOut } from '@/lib/auth/sign-in'

export async function signOutAction(): Promise<void> {
  await setResponseCookies(await signOut(await headers()))
  redirect('/newsroom/sign-in')
}
