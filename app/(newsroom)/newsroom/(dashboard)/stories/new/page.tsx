import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { newStoryAction } from '@/app/(newsroom)/newsroom/(dashboard)/_actions/new-story-action'
import { NewStoryForm } from '@/components/newsroom/story/NewStoryForm'
import { requireActor } from '@/lib/auth/session'
import { listAllCategories } from '@/lib/newsroom/draft/story-choice-queries'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('newsroomStory')
  return { title: t('newTitle') }
}

/** A story is created by a form, not by a GET request. The idempotency key makes two clicks create one story. */
export default async function NewStoryPage() {
  await requireActor('draft')
  const t = await getTranslations('newsroomStory')
  return (
    <>
      <h1 className="text-27">{t('newTitle')}</h1>
      <NewStoryForm
        action={newStoryAction}
        formKey={randomUUID()}
        categories={await listAllCategories()}
      />
    </>
  )
}
