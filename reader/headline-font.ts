import { isConnectionLimited } from './connection'
import { storeSetting } from './stored-setting'

const root = document.documentElement

/**
 * Fetches the headline font when the page is done, where the style sheet leaves it out of a first visit (a phone's): it
 * stands from the next page on, out of the browser's store, and no headline of this page is set twice.
 */
export function fetchHeadlineFont(): void {
  const { face, lite: dataSaver } = root.dataset
  if (face || dataSaver !== undefined || !document.fonts || isConnectionLimited()) return
  document.fonts.load('700 1em "Dainik Serif"', '\u0995').then(
    (fonts) => fonts.length > 0 && storeSetting('face', '1'),
    // No line: the next page asks again.
    () => {},
  )
}
