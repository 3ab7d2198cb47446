import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { NamesPage } from '../NamesPage'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('newsroomNames')
  return { title: t('topics') }
}

export default function Page({ searchParams }: PageProps<'/newsroom/topics'>) {
  return <NamesPage of="topics" searchParams={searchParams} />
}
