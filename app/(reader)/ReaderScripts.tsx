import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/**
 * What the reader chose (reader/settings.ts) is set before anything is painted: a deferred script would show a white
 * page in the dark first, and set every line twice. A content security policy names it by its hash.
 */
export const earlyScript =
  'try{let d=document.documentElement.dataset,{theme:t,size:s,face:f}=localStorage;if(t)d.theme=t;if(s)d.size=s;if(f)d.face=f}catch(e){}'

/** The name that the build gave the readers' script; none while there is no build. */
function findScript(): string | undefined {
  try {
    const folder = join(/* turbopackIgnore: true */ process.cwd(), 'public/_reader')
    return readdirSync(folder).find((name) => name.endsWith('.js'))
  } catch {
    // Readers do without: the script adds nothing that a page needs.
    return undefined
  }
}

const script = findScript()

/** What must be known before the first paint. The press keeps scripts that are marked with `data-reader` (press/finish.ts). */
export function EarlyScript() {
  return (
    // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours; as text it would be escaped
    <script data-reader="" dangerouslySetInnerHTML={{ __html: earlyScript }} />
  )
}

/** Stands last in the page, so that a slow line brings the first screen's picture before it. */
export function ReaderScript() {
  return script && <script data-reader="" defer src={`/_reader/${script}`} />
}
