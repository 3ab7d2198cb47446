import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { TaxonomyListPage } from '@/app/(newsroom)/newsroom/(dashboard)/_taxonomy/TaxonomyListPage'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('newsroomNames')
  return { title: t('contributors') }
}

export default function ContributorListPage({ searchParams }: PageProps<'/newsroom/contributors'>) {
  return <TaxonomyListPage of="contributors" searchParams={searchParams} />
}
