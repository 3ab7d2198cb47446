import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { PhotocardList } from '@/components/newsroom/photocards/PhotocardList'
import { PhotocardMaker } from '@/components/newsroom/photocards/PhotocardMaker.client'
import { ButtonLink } from '@/components/ui/ButtonLink'
import { Notice } from '@/components/ui/Notice'
import { requireActor } from '@/lib/auth/session'
import { readNumber } from '@/lib/content-model/article'
import { env } from '@/lib/env'
import { storyPath } from '@/lib/newsroom/draft/working-copy'
import { findPhotocardStory } from '@/lib/photocards/queries'
import { requestNow } from '@/lib/render-context/request-now'

type PhotocardsProps = PageProps<'/newsroom/stories/[id]/photocards'>

/** Loaded once for the page and its title. */
const findStory = cache(async (part: string) => {
  await requireActor('photocard')
  const id = readNumber(part)
  return (id === null ? null : await findPhotocardStory(id, requestNow())) ?? notFound()
})

export async function generateMetadata({ params }: PhotocardsProps): Promise<Metadata> {
  const { headline } = await findStory((await params).id)
  const t = await getTranslations('newsroomPhotocards')
  return { title: t('titleOf', { headline }) }
}

/** A story's photocards, and the form for another. */
export default async function PhotocardsPage({ params }: PhotocardsProps) {
  const story = await findStory((await params).id)
  const t = await getTranslations()
  return (
    <>
      <div>
        <ButtonLink href={storyPath(story.id)}>{t('newsroomTrail.toStory')}</ButtonLink>
        <h1 className="text-27">{t('newsroomPhotocards.titleOf', { headline: story.headline })}</h1>
      </div>
      {story.refusal ? (
        <Notice tone="warning">{t(`refusals.${story.refusal}`)}</Notice>
      ) : (
        <>
          {!story.isPublic && <p className="text-16">{t('newsroomPhotocards.early')}</p>}
          <PhotocardMaker story={story} siteUrl={env.siteUrl} />
        </>
      )}
      <PhotocardList story={story} siteUrl={env.siteUrl} />
    </>
  )
}
