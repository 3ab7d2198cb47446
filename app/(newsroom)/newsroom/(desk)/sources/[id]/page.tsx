import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { NamePage } from '../../NamePage'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('newsroomNames')
  return { title: t('sources') }
}

export default function Page({ params }: PageProps<'/newsroom/sources/[id]'>) {
  return <NamePage of="sources" params={params} />
}
