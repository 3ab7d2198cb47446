import type { SiteInfo } from '@/lib/paper/paper'

/** A picture of the paper itself. */
export type PaperPicture = { path: string; width: number; height: number }

/** The publisher in a page's structured data and head. */
export type Imprint = Pick<SiteInfo, 'paper' | 'pages'> & { siteUrl: string; logo: PaperPicture }
