import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { TaxonomyListPage } from '@/app/(newsroom)/newsroom/(dashboard)/_taxonomy/TaxonomyListPage'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('newsroomNames')
  return { title: t('sources') }
}

export default function SourceListPage({ searchParams }: PageProps<'/newsroom/sources'>) {
  return <TaxonomyListPage of="sources" searchParams={searchParams} />
}
