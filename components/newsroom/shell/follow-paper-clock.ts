import { setClockOffset } from '@/lib/clock'

/**
 * From now on `paperNow` in this page is the server's present, less the time that the page took to arrive.
 * @param present the present at the server, epoch milliseconds
 */
export function followPaperClock(present: number): void {
  setClockOffset(present - Date.now())
}
