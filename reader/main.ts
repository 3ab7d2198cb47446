import { fetchHeadlineFace } from './headline-face'
import { announceNextPages } from './next-pages'
import { drawSettings } from './settings'
import { drawShareButton } from './share'
import { tellOfRead } from './tell-of-read'

/*
 * All script that readers get, fetched when the page is done (ReaderScripts.tsx). Nothing of a page waits for it: it
 * draws what only works with a script, from templates that stand in the page without being seen, and does without
 * whatever the browser does not know.
 */
drawSettings()
drawShareButton()
announceNextPages()
tellOfRead()
fetchHeadlineFace()
