import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { TaxonomyEntryPage } from '@/app/(newsroom)/newsroom/(dashboard)/_taxonomy/TaxonomyEntryPage'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('newsroomNames')
  return { title: t('topics') }
}

export default function TopicEntryPage({
  params,
  searchParams,
}: PageProps<'/newsroom/topics/[id]'>) {
  return <TaxonomyEntryPage of="topics" params={params} searchParams={searchParams} />
}
