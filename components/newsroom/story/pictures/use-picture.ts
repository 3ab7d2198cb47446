import { useSyncExternalStore } from 'react'
import type { PictureStore } from '@/components/newsroom/story/body-editor/picture-store'
import type { Picture } from '@/lib/content-model/article'

/** The picture of that number: undefined while it is looked for, null when the archive does not have it. */
export function usePicture(pictures: PictureStore, id: number | null): Picture | null | undefined {
  const find = () => (id === null ? null : pictures.find(id))
  return useSyncExternalStore(pictures.subscribe, find, find)
}
