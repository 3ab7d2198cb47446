import type { Extensions } from '@tiptap/core'
import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import type { BijoyAnswers } from '@/components/newsroom/bijoy/answers'
import { uploadPicture } from '@/components/newsroom/media/upload'
import { usePictureTrouble } from '@/components/newsroom/story/pictures/trouble'
import { toBengaliDigits } from '@/lib/bengali/digits'
import { BlockHandle } from './block-handle'
import { bodySchema, writingAids } from './extensions'
import { WritingKeys } from './keys'
import type { KnownPictures } from './known-pictures'
import { PictureBlock } from './media-blocks'
import { PasteRules } from './paste/paste-rules'
import { sendPictures } from './paste/uploads'
import { PictureView } from './picture-view'
import { type PlaceholderWords, placeholderNames, placeholders } from './placeholders'
import { StyleMarks } from './style-marks'

type BodyEvents = {
  onLink: () => void
  onTools: () => void
  onNotice: (words: string) => void
}

/** The whole editor of a body, with its words. Made once: what an editor is made of does not change under its writer. */
export function useBodyExtensions(
  pictures: KnownPictures,
  answers: BijoyAnswers,
  { onLink, onTools, onNotice }: BodyEvents,
): Extensions {
  const t = useTranslations('newsroomEditor')
  const placeholder = useTranslations('newsroomPlaceholders')
  const embed = useTranslations('newsroomEmbeds')
  const said = useTranslations('newsroomPicture')
  const tool = useTranslations('newsroomTools')
  const troubleOf = usePictureTrouble()
  const made = useRef<Extensions | null>(null)
  if (made.current) return made.current

  const words = Object.fromEntries(
    placeholderNames.map((name) => [name, placeholder(name)]),
  ) as PlaceholderWords
  const pictureWords = {
    missing: said('missing'),
    looking: said('looking'),
    caption: placeholder('picture'),
  }
  const ShownPicture = PictureBlock.extend({
    addNodeView: () => (props) => new PictureView(props.node, pictures, pictureWords),
  })
  const schema = bodySchema.map((each) => (each === PictureBlock ? ShownPicture : each))
  const sending = {
    upload: uploadPicture,
    pictures,
    words: (percent: number) => t('uploading', { percent: toBengaliDigits(percent) }),
    onTrouble: (error: unknown) => onNotice(troubleOf(error)),
  }
  made.current = [
    ...schema,
    ...writingAids,
    WritingKeys.configure({ onLink, onTools }),
    placeholders(words),
    StyleMarks,
    BlockHandle.configure({ label: tool('drag') }),
    PasteRules.configure({
      embedTitle: (site) => embed(site),
      onPictures: (view, files, at) => sendPictures(view, files, at, sending),
      onWaiting: (waiting) => answers.wait(waiting),
      keptWords: () => answers.snapshot().kept,
      onLostPictures: (count) => onNotice(t('lostPictures', { count: toBengaliDigits(count) })),
    }),
  ]
  return made.current
}
