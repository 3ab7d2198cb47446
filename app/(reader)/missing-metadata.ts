import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'

type MissingTitle = 'errors.notFoundTitle' | 'errors.unavailableTitle' | 'article.withdrawnTitle'

/**
 * What the head of an answer says that is no page: nobody is to find it. The press says so in a header too
 * (press/answer.ts). Asks nothing of the database, which may be the reason.
 */
export async function missingMetadata(
  title: MissingTitle = 'errors.notFoundTitle',
): Promise<Metadata> {
  const t = await getTranslations()
  return { title: t(title), robots: { index: false } }
}
