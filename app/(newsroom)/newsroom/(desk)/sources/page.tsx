import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { NamesPage } from '../NamesPage'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('newsroomNames')
  return { title: t('sources') }
}

export default function Page({ searchParams }: PageProps<'/newsroom/sources'>) {
  return <NamesPage of="sources" searchParams={searchParams} />
}
