import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Applies the reader's settings (reader/settings.ts) before the first paint: a later script would first show a white
 * page in dark mode, and lay out every line twice. It then loads the reader script, named in its `data-later`,
 * when the page and its first screen's picture are there: a tag for it, even a deferred one, has the script share the
 * line with that picture, and costs a phone a second layout before the first paint (docs/performance.md). A content
 * security policy names it by its hash.
 */
const earlyScript = [
  'try{let d=document.documentElement.dataset,{theme:t,size:s,face:f}=localStorage;if(t)d.theme=t;if(s)d.size=s;if(f)d.face=f}catch(e){}',
  '{let l=document.currentScript.dataset.later;',
  'l&&addEventListener("load",()=>(self.requestIdleCallback||setTimeout)(()=>document.body.append(Object.assign(document.createElement("script"),{src:l}))))}',
].join('')

/** The name that the build gave the reader script; none while there is no build. */
function findScript(): string | undefined {
  try {
    const folder = join(/* turbopackIgnore: true */ process.cwd(), 'public/_reader')
    return readdirSync(folder).find((name) => name.endsWith('.js'))
  } catch {
    // The page works without the script.
    return undefined
  }
}

const script = findScript()

/** The early script. The server keeps scripts with `data-reader` (server/render/optimize-html.ts). */
export function EarlyScript() {
  return (
    <script
      data-reader=""
      data-later={script && `/_reader/${script}`}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours; as text it would be escaped
      dangerouslySetInnerHTML={{ __html: earlyScript }}
    />
  )
}
