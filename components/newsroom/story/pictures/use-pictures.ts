import { useSyncExternalStore } from 'react'
import type { KnownPictures } from '@/components/newsroom/story/body/known-pictures'
import type { Picture } from '@/lib/articles/article'

/** The picture of that number: undefined while it is looked for, null when the archive does not have it. */
export function usePicture(pictures: KnownPictures, id: number | null): Picture | null | undefined {
  const find = () => (id === null ? null : pictures.find(id))
  return useSyncExternalStore(pictures.subscribe, find, find)
}
