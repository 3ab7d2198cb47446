import { isLineThin } from './line'
import { remember } from './remember'

const root = document.documentElement

/**
 * Fetches the headline face when the page is done, where the style sheet leaves it out of a first visit (a phone's): it
 * stands from the next page on, out of the browser's store, and no headline of this page is set twice.
 */
export function fetchHeadlineFace(): void {
  const { face, lite } = root.dataset
  if (face || lite !== undefined || !document.fonts || isLineThin()) return
  document.fonts.load('700 1em "Dainik Serif"', '\u0995').then(
    (faces) => faces.length > 0 && remember('face', '1'),
    // No line: the next page asks again.
    () => {},
  )
}
