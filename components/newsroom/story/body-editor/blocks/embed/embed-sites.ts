import { soleAddress, withoutParams } from '@/lib/content-model/addresses'
import type { EmbedBlock } from '@/lib/content-model/blocks/embed'
import { webAddress } from '@/lib/content-model/text-input'

/** Sites whose posts and videos are embedded; any other link is text. */
const sites = {
  youtube: /^((www|m|music)\.)?(youtube\.com|youtu\.be|youtube-nocookie\.com)$/,
  facebook: /^([a-z]{1,8}(-[a-z]{2})?\.)?(facebook\.com|fb\.watch|fb\.com|fb\.me)$/,
  x: /^(www\.|mobile\.|m\.|platform\.)?(x|twitter)\.com$/,
  instagram: /^(www\.)?(instagram\.com|instagr\.am)$/,
  tiktok: /^((www|vm|vt|m)\.)?tiktok\.com$/,
  vimeo: /^(www\.|player\.)?vimeo\.com$/,
}
export type EmbedSite = keyof typeof sites
const embedSites = Object.keys(sites) as EmbedSite[]

const trackers = ['fbclid', 'si', 'igsh', 'igshid', 'mibextid', 'feature']

function youtubePage({ pathname, searchParams }: URL): string | null {
  const [, name] = /^\/(?:embed|v|e)(?:\/([\w-]+))?\/?$/.exec(pathname) ?? []
  const isPlayer = /^\/(embed|v|e)(\/|$)/.test(pathname)
  if (!isPlayer) return null
  const list = searchParams.get('list')
  const channel = searchParams.get('channel')
  if (name === 'live_stream' && channel) return `https://www.youtube.com/channel/${channel}/live`
  if (!name || name === 'videoseries') {
    if (!list) return null
    return searchParams.get('listType') === 'user_uploads'
      ? `https://www.youtube.com/user/${list}`
      : `https://www.youtube.com/playlist?list=${list}`
  }
  const start = Number.parseInt(searchParams.get('start') ?? searchParams.get('t') ?? '', 10)
  const inList = list ? `&list=${list}` : ''
  return `https://www.youtube.com/watch?v=${name}${inList}${start > 0 ? `&t=${start}s` : ''}`
}

function vimeoPage({ hostname, pathname, searchParams, hash }: URL): string | null {
  const [, film] = /^\/video\/(\d+)/.exec(pathname) ?? []
  if (!film || hostname !== 'player.vimeo.com') return null
  // The key of a film that is not listed.
  const key = searchParams.get('h')
  return `https://vimeo.com/${film}${key ? `/${key}` : ''}${hash}`
}

/** The page that a player's address leads to; null for an address that is no player's. */
const pages: { [Site in EmbedSite]?: (url: URL) => string | null } = {
  youtube: youtubePage,
  vimeo: vimeoPage,
  facebook: ({ pathname, searchParams }) => {
    const inner = /^(\/v[\d.]+)?\/plugins\//.test(pathname) && searchParams.get('href')
    return (inner && readEmbed(inner)?.url) || null
  },
  instagram: ({ pathname, origin }) => {
    const [, post] = /^(\/(?:[\w.]+\/)?(?:p|reel|tv)\/[\w-]+)\/embed/.exec(pathname) ?? []
    return post ? `${origin}${post}/` : null
  },
  x: ({ hostname, searchParams }) => {
    const id = hostname.startsWith('platform.') ? searchParams.get('id') : null
    return id ? `https://twitter.com/i/status/${id}` : null
  },
}

/** The address of something on one of the known sites, and which; null for any other text. */
export function readEmbed(text: string): { url: string; site: EmbedSite } | null {
  const address = soleAddress(text)
  if (!address) return null
  const url = new URL(address)
  const site = embedSites.find((each) => sites[each].test(url.hostname))
  // The home page of a site cannot be embedded.
  if (!site || url.pathname === '/') return null
  const page = pages[site]?.(url) ?? withoutParams(address, trackers)
  return webAddress.safeParse(page).success ? { url: page, site } : null
}

export const embedBlock = (url: string, title: string): EmbedBlock => ({
  kind: 'embed',
  url,
  title,
})
