import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { NamesPage } from '../NamesPage'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('newsroomNames')
  return { title: t('contributors') }
}

export default function Page({ searchParams }: PageProps<'/newsroom/contributors'>) {
  return <NamesPage of="contributors" searchParams={searchParams} />
}
