import { fetchHeadlineFont } from './headline-font'
import { prefetchLinks } from './prefetch-links'
import { reportRead } from './report-read'
import { showSettings } from './settings'
import { showShareButton } from './share-button'

/*
 * The whole reader script, loaded after the page (EarlyScript.tsx). No part of a page depends on it: it inserts controls
 * that only work with a script, from <template> elements, and skips what the browser does not support.
 */
showSettings()
showShareButton()
prefetchLinks()
reportRead()
fetchHeadlineFont()
