import type { SiteInfo } from '@/lib/paper/paper'

/** A picture of the paper's own, and where it is. */
export type PaperPicture = { path: string; width: number; height: number }

/** Who speaks in a page's structured data and head. */
export type Imprint = Pick<SiteInfo, 'paper' | 'pages'> & { siteUrl: string; logo: PaperPicture }
