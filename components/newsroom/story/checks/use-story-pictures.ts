import { useMemo, useSyncExternalStore } from 'react'
import { type OpenForm, useOpenForm } from '@/components/newsroom/story/form/open-form'
import { useOpenStory } from '@/components/newsroom/story/open-story.client'
import type { Picture } from '@/lib/content-model/article'

const noPictures: Picture[] = []
const noSubscription = () => () => {}
const serializePictures = (form: OpenForm | null) => JSON.stringify(form?.pictures() ?? noPictures)

/** The pictures of the open story: those it was opened with, and those chosen or sent in since. */
export function useStoryPictures(): Picture[] {
  const { choices } = useOpenStory()
  const form = useOpenForm()
  const key = useSyncExternalStore(
    form?.onPictures ?? noSubscription,
    () => serializePictures(form),
    () => '[]',
  )
  return useMemo(() => {
    const known: Picture[] = JSON.parse(key)
    const isKnown = (id: number) => known.some((picture) => picture.id === id)
    return [...known, ...choices.pictures.filter(({ id }) => !isKnown(id))]
  }, [key, choices.pictures])
}
