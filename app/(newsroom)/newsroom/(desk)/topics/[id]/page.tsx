import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { NamePage } from '../../NamePage'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('newsroomNames')
  return { title: t('topics') }
}

export default function Page({ params }: PageProps<'/newsroom/topics/[id]'>) {
  return <NamePage of="topics" params={params} />
}
