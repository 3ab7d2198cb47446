import { fetchHeadlineFont } from './headline-font'
import { prefetchLinks } from './prefetch-links'
import { reportRead } from './report-read'
import { showSettings } from './settings'
import { showShareButton } from './share-button'

/*
 * All script that readers get, fetched when the page is done (EarlyScript.tsx). Nothing of a page waits for it: it
 * draws what only works with a script, from templates that stand in the page without being seen, and does without
 * whatever the browser does not know.
 */
showSettings()
showShareButton()
prefetchLinks()
reportRead()
fetchHeadlineFont()
