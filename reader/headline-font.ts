import { isConnectionLimited } from './connection'
import { storeSetting } from './stored-setting'

const root = document.documentElement

/**
 * Loads the headline font after the page, where the style sheet omits it on a first visit (on phones). Later pages take
 * it from the browser's cache, and no headline of this page is laid out twice.
 */
export function fetchHeadlineFont(): void {
  const { face, lite: dataSaver } = root.dataset
  if (face || dataSaver !== undefined || !document.fonts || isConnectionLimited()) return
  document.fonts.load('700 1em "Dainik Serif"', '\u0995').then(
    (fonts) => fonts.length > 0 && storeSetting('face', '1'),
    // Offline: the next page tries again.
    () => {},
  )
}
