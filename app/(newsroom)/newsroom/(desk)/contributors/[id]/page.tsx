import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { NamePage } from '../../NamePage'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('newsroomNames')
  return { title: t('contributors') }
}

export default function Page({ params }: PageProps<'/newsroom/contributors/[id]'>) {
  return <NamePage of="contributors" params={params} />
}
