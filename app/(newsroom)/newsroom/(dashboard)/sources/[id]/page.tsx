import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { TaxonomyEntryPage } from '@/app/(newsroom)/newsroom/(dashboard)/_taxonomy/TaxonomyEntryPage'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('newsroomNames')
  return { title: t('sources') }
}

export default function SourceEntryPage({
  params,
  searchParams,
}: PageProps<'/newsroom/sources/[id]'>) {
  return <TaxonomyEntryPage of="sources" params={params} searchParams={searchParams} />
}
