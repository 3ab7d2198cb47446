import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { TaxonomyEntryPage } from '@/app/(newsroom)/newsroom/(dashboard)/_taxonomy/TaxonomyEntryPage'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('newsroomNames')
  return { title: t('contributors') }
}

export default function ContributorEntryPage({
  params,
  searchParams,
}: PageProps<'/newsroom/contributors/[id]'>) {
  return <TaxonomyEntryPage of="contributors" params={params} searchParams={searchParams} />
}
