import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { TaxonomyListPage } from '@/app/(newsroom)/newsroom/(dashboard)/_taxonomy/TaxonomyListPage'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('newsroomNames')
  return { title: t('topics') }
}

export default function TopicListPage({ searchParams }: PageProps<'/newsroom/topics'>) {
  return <TaxonomyListPage of="topics" searchParams={searchParams} />
}
