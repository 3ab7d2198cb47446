'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import type { FormEvent } from 'react'
import { Button } from '@/components/ui/Button'
import { Checkbox } from '@/components/ui/Checkbox'
import { SegmentedControl } from '@/components/ui/SegmentedControl'
import { useToast } from '@/components/ui/Toast.client'
import {
  type PhotocardRequest,
  type PhotocardStory,
  photocardDownload,
  photocardPath,
  sizeNames,
  templateNames,
} from '@/lib/photocards/photocard'
import { PhotocardErrorText } from './PhotocardErrorText'
import { PhotocardFields } from './PhotocardFields.client'
import { PhotocardPreview } from './PhotocardPreview.client'
import { useCreatePhotocard } from './photocard-requests'
import { type PhotocardDraft, usePhotocardDraft } from './use-photocard-draft'

type PhotocardMakerProps = { story: PhotocardStory; siteUrl: string }

/** Downloads the file, as a click on its link does. */
function download(address: string): void {
  const link = document.createElement('a')
  link.href = address
  link.download = ''
  document.body.append(link)
  link.click()
  link.remove()
}

async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    // The clipboard is missing or forbidden: the list shows the address with a copy button.
    return false
  }
}

/** The photocard form with a preview. One click creates the card, downloads it and copies its address. */
export function PhotocardMaker({ story, siteUrl }: PhotocardMakerProps) {
  const t = useTranslations('newsroomPhotocards')
  const router = useRouter()
  const draft = usePhotocardDraft(story)
  const { make, isBusy, error } = useCreatePhotocard(story.id)
  const toast = useToast()

  const create = async (design: PhotocardRequest) => {
    const code = await make(design)
    if (code) {
      download(photocardDownload(story.id, code))
      const isCopied = await copy(`${siteUrl}${photocardPath(code)}`)
      toast(t(isCopied ? 'madeAndCopied' : 'madeNow'))
    }
    // The list has a new card, or the story has changed since the preview.
    router.refresh()
  }
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (draft.look && !isBusy) void create(draft.look)
  }
  return (
    <div className="grid gap-6 lg:grid-cols-[minmax(0,26rem)_minmax(0,1fr)]">
      <form onSubmit={onSubmit} className="grid content-start gap-4">
        <DesignChoices story={story} draft={draft} />
        <PhotocardFields story={story} draft={draft} />
        <PhotocardErrorText error={error} />
        <Button type="submit" isPending={isBusy} variant="main" className="justify-self-start">
          {t(isBusy ? 'making' : 'make')}
        </Button>
      </form>
      <PhotocardPreview id={story.id} design={draft.look} size={draft.size} />
    </div>
  )
}

function DesignChoices({ story, draft }: { story: PhotocardStory; draft: PhotocardDraft }) {
  const t = useTranslations('newsroomPhotocards')
  const canHavePicture = story.hasPicture && draft.template !== 'number'
  return (
    <div className="grid gap-2">
      <SegmentedControl
        name={t('template')}
        options={templateNames.map((value) => ({ value, label: t(`templates.${value}`) }))}
        chosen={draft.template}
        onChoose={draft.setTemplate}
      />
      <SegmentedControl
        name={t('size')}
        options={sizeNames.map((value) => ({ value, label: t(`sizes.${value}`) }))}
        chosen={draft.size}
        onChoose={draft.setSize}
      />
      {canHavePicture && (
        <Checkbox
          label={t('withPicture')}
          checked={draft.isWithPicture}
          onChange={(event) => draft.setWithPicture(event.target.checked)}
        />
      )}
    </div>
  )
}
