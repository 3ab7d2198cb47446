import type { Extensions } from '@tiptap/core'
import { useTranslations } from 'next-intl'
import { useRef } from 'react'
import type { BijoyDecisionStore } from '@/components/newsroom/bijoy/bijoy-decisions'
import { uploadPictureFile } from '@/components/newsroom/media/upload-picture'
import { PictureNode } from '@/components/newsroom/story/body-editor/blocks/image/picture-node'
import { PictureView } from '@/components/newsroom/story/body-editor/blocks/image/picture-view'
import { EditorKeymap } from '@/components/newsroom/story/body-editor/commands/keymap'
import { PasteRules } from '@/components/newsroom/story/body-editor/paste/paste-rules'
import { lostKinds } from '@/components/newsroom/story/body-editor/paste/pasted'
import { uploadPictures } from '@/components/newsroom/story/body-editor/paste/upload-plugin'
import { BlockHandle } from '@/components/newsroom/story/body-editor/plugins/block-handle'
import { KeylessInput } from '@/components/newsroom/story/body-editor/plugins/keyless-input'
import {
  placeholderNames,
  placeholders,
} from '@/components/newsroom/story/body-editor/plugins/placeholders'
import { StyleMarks } from '@/components/newsroom/story/body-editor/plugins/style-marks'
import {
  bodySchema,
  editingExtensions,
} from '@/components/newsroom/story/body-editor/schema/extensions'
import { useUploadErrorText } from '@/components/newsroom/story/pictures/use-upload-error'
import { toBengaliDigits } from '@/lib/bengali/digits'
import type { PictureStore } from './picture-store'

type BodyEvents = {
  onLink: () => void
  onTools: () => void
  onNotice: (words: string) => void
}

/** All extensions of the body editor with their labels. They are created once and never change. */
export function useBodyExtensions(
  pictures: PictureStore,
  decisions: BijoyDecisionStore,
  { onLink, onTools, onNotice }: BodyEvents,
): Extensions {
  const t = useTranslations('newsroomEditor')
  const placeholder = useTranslations('newsroomPlaceholders')
  const tEmbeds = useTranslations('newsroomEmbeds')
  const tPicture = useTranslations('newsroomPicture')
  const tLost = useTranslations('newsroomLost')
  const tTools = useTranslations('newsroomTools')
  const uploadErrorText = useUploadErrorText()
  const extensions = useRef<Extensions | null>(null)
  if (extensions.current) return extensions.current

  const words = Object.fromEntries(placeholderNames.map((name) => [name, placeholder(name)]))
  const pictureLabels = {
    missing: tPicture('missing'),
    looking: tPicture('looking'),
    caption: placeholder('picture'),
  }
  const PictureBlockWithView = PictureNode.extend({
    addNodeView: () => (props) => new PictureView(props.node, pictures, pictureLabels),
  })
  const schema = bodySchema.map((each) => (each === PictureNode ? PictureBlockWithView : each))
  const uploadContext = {
    upload: uploadPictureFile,
    pictures,
    words: (percent: number) => t('uploading', { percent: toBengaliDigits(percent) }),
    onError: (error: unknown) => onNotice(uploadErrorText(error)),
  }
  extensions.current = [
    ...schema,
    ...editingExtensions,
    EditorKeymap.configure({ onLink, onTools }),
    KeylessInput,
    placeholders(placeholder('body'), words, placeholder('speakerAlone')),
    StyleMarks,
    BlockHandle.configure({ label: tTools('drag') }),
    PasteRules.configure({
      embedTitle: (site) => tEmbeds(site),
      onPictures: (view, files, at) => uploadPictures(view, files, at, uploadContext),
      onPendingChange: (pending) => decisions.setPending(pending),
      keptWords: () => decisions.snapshot().kept,
      onLost: (lost) =>
        onNotice(
          lostKinds
            .filter((kind) => lost[kind])
            .map((kind) => tLost(kind, { count: toBengaliDigits(lost[kind] ?? 0) }))
            .join(' '),
        ),
    }),
  ]
  return extensions.current
}
