import { env } from '@/lib/env'
import { getSiteInfo } from '@/lib/paper/queries'
import { requestNow } from '@/lib/render-context/request-now'
import type { Imprint, PaperPicture } from '@/lib/seo/json-ld/imprint'
import logoFile from '@/public/icons/logo.png'
import cardFile from '@/public/icons/paper-card.png'

const picture = ({ src, width, height }: typeof logoFile): PaperPicture => ({
  path: src,
  width,
  height,
})

// The icon as PNG: a square for search engines and phones, 1.91:1 for other sites.
export const logo = picture(logoFile)
/** The share picture of a page that is not a story. */
export const paperCard = picture(cardFile)

/** The paper's imprint, from the same query as the masthead. */
export async function getImprint(): Promise<Imprint> {
  const { paper, pages } = await getSiteInfo(requestNow())
  return { siteUrl: env.siteUrl, paper, pages, logo }
}
