'use client'

import { usePathname, useRouter } from 'next/navigation'
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import { toBengaliDigits } from '@/lib/bengali/digits'
import type { NewsroomStatus } from '@/lib/newsroom/live/newsroom-status'
import { receiveStatus } from './newsroom-events'

const StatusContext = createContext<NewsroomStatus | null>(null)

/** The newsroom's status as it stands now; null until the server has told it. */
export const useNewsroomStatus = (): NewsroomStatus | null => useContext(StatusContext)

/** Gives all below it the newsroom's status, and the tab's title the number of stories that wait for the user. */
export function NewsroomStatusProvider({
  userId,
  children,
}: {
  userId: string
  children: ReactNode
}) {
  const [status, setStatus] = useState<NewsroomStatus | null>(null)
  useEffect(() => receiveStatus(userId, setStatus), [userId])
  return (
    <StatusContext value={status}>
      <TitleCount count={status?.pendingCount ?? 0} />
      {children}
    </StatusContext>
  )
}

const counted = /^\(\p{Nd}+\) /u

/** Writes the count before the title, also when another page has brought its own. */
function TitleCount({ count }: { count: number }) {
  const pathname = usePathname()
  // biome-ignore lint/correctness/useExhaustiveDependencies: every page brings its own title element
  useEffect(() => {
    const write = () => {
      const title = document.title.replace(counted, '')
      const wanted = count > 0 ? `(${toBengaliDigits(count)}) ${title}` : title
      if (document.title !== wanted) document.title = wanted
    }
    write()
    const observer = new MutationObserver(write)
    observer.observe(document.head, { childList: true, subtree: true, characterData: true })
    return () => observer.disconnect()
  }, [count, pathname])
  return null
}

const refreshDelayMs = 1_000

/**
 * Renews the page when the newsroom has changed since it was rendered.
 * @param change what `findChange` answered when the page was rendered
 */
export function LiveRefresh({ change }: { change: string }) {
  const router = useRouter()
  const current = useNewsroomStatus()?.change
  const isOutdated = current !== undefined && current !== change
  // biome-ignore lint/correctness/useExhaustiveDependencies: a page that was outdated again when it was renewed is renewed once more
  useEffect(() => {
    if (!isOutdated) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const refresh = () => {
      clearTimeout(timer)
      // A tab that nobody sees is renewed when it is shown.
      if (!document.hidden) timer = setTimeout(() => router.refresh(), refreshDelayMs)
    }
    refresh()
    document.addEventListener('visibilitychange', refresh)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', refresh)
    }
  }, [isOutdated, change, router])
  return null
}
