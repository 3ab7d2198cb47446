import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { requireActor } from '@/lib/auth/session'

/** Where everybody begins. */
export default async function StartPage() {
  const { name } = await requireActor()
  const t = await getTranslations('newsroom')
  return (
    <>
      <h1 className="text-27">{t('welcome', { name })}</h1>
      <p>
        <Link
          href="/newsroom/stories/new"
          prefetch={false}
          className="inline-flex min-h-11 items-center bg-ink px-4 font-bold text-paper"
        >
          {t('newStory')}
        </Link>
      </p>
    </>
  )
}
