import type { EmbedBlock } from '@/lib/content-model/blocks/embed'
import { webAddress } from '@/lib/content-model/text-input'

/** Sites whose posts and films stand in stories as blocks; any other link is words. */
const sites = {
  youtube: /^(www\.|m\.)?(youtube\.com|youtu\.be|youtube-nocookie\.com)$/,
  facebook: /^((www|m|web|mbasic)\.)?(facebook\.com|fb\.watch|fb\.com)$/,
  x: /^(www\.|mobile\.)?(x|twitter)\.com$/,
  instagram: /^(www\.)?instagram\.com$/,
  tiktok: /^(www\.|vm\.)?tiktok\.com$/,
  vimeo: /^(www\.|player\.)?vimeo\.com$/,
}
export type EmbedSite = keyof typeof sites
const embedSites = Object.keys(sites) as EmbedSite[]

/** The address as readers should follow it: a player's address leads to its film, and no tracker goes along. */
function cleanUrl(url: URL): URL {
  const [, film] = /^\/embed\/([\w-]+)/.exec(url.pathname) ?? []
  if (film && sites.youtube.test(url.hostname)) {
    return new URL(`https://www.youtube.com/watch?v=${film}`)
  }
  for (const name of ['fbclid', 'si', 'igsh', 'mibextid', 'feature']) url.searchParams.delete(name)
  return url
}

/** The address of something on one of the known sites, and which; null for any other text. */
export function readEmbed(text: string): { url: string; site: EmbedSite } | null {
  const address = webAddress.safeParse(text.trim())
  if (!address.success) return null
  const url = new URL(address.data)
  const site = embedSites.find((each) => sites[each].test(url.hostname))
  // The home page of a site cannot be embedded.
  return site && url.pathname !== '/' ? { url: cleanUrl(url).href, site } : null
}

export const embedBlock = (url: string, title: string): EmbedBlock => ({
  kind: 'embed',
  url,
  title,
})
