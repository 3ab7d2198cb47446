'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { Choice } from '@/components/newsroom/preview/Choice'
import {
  type CardLook,
  type CardStory,
  photocardDownload,
  photocardPath,
  sizeNames,
  templateNames,
} from '@/lib/photocards/photocard'
import { CardFields } from './CardFields.client'
import { CardPreview } from './CardPreview.client'
import { TroubleText } from './TroubleText'
import { useLook, type Wish } from './use-look'
import { useMaking } from './use-maker'

type PhotocardMakerProps = { story: CardStory; siteUrl: string }

/** Hands the file to the browser, as a click on its link would. */
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
    // No such clipboard here, or it is not allowed: the address stands in the list, with a button.
    return false
  }
}

/** A card is chosen, filled and looked at; one click makes it, fetches it and copies its address. */
export function PhotocardMaker({ story, siteUrl }: PhotocardMakerProps) {
  const t = useTranslations('newsroomPhotocards')
  const router = useRouter()
  const wish = useLook(story)
  const { make, isBusy, trouble } = useMaking(story.id)
  const [said, setSaid] = useState<'madeNow' | 'madeAndCopied' | null>(null)

  const makeNow = async (look: CardLook) => {
    setSaid(null)
    const code = await make(look)
    if (code) {
      download(photocardDownload(story.id, code))
      setSaid((await copy(`${siteUrl}${photocardPath(code)}`)) ? 'madeAndCopied' : 'madeNow')
    }
    // The list has one more; or the story is another than the one that was looked at.
    router.refresh()
  }
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    if (wish.look && !isBusy) void makeNow(wish.look)
  }
  return (
    <div className="grid gap-6 lg:grid-cols-[minmax(0,26rem)_minmax(0,1fr)]">
      <form onSubmit={onSubmit} className="grid content-start gap-4">
        <LookChoices story={story} wish={wish} />
        <CardFields story={story} wish={wish} />
        <TroubleText trouble={trouble} />
        <button
          type="submit"
          aria-disabled={isBusy || undefined}
          className="min-h-11 justify-self-start bg-ink px-4 py-2 text-16 font-bold text-paper aria-disabled:opacity-60"
        >
          {t(isBusy ? 'making' : 'make')}
        </button>
        <p role="status" className="text-16 empty:hidden">
          {said && t(said)}
        </p>
      </form>
      <CardPreview id={story.id} look={wish.look} size={wish.size} />
    </div>
  )
}

function LookChoices({ story, wish }: { story: CardStory; wish: Wish }) {
  const t = useTranslations('newsroomPhotocards')
  const canHavePicture = story.hasPicture && wish.template !== 'number'
  return (
    <div className="grid gap-2">
      <Choice
        name={t('template')}
        options={templateNames.map((value) => ({ value, label: t(`templates.${value}`) }))}
        chosen={wish.template}
        onChoose={wish.setTemplate}
      />
      <Choice
        name={t('size')}
        options={sizeNames.map((value) => ({ value, label: t(`sizes.${value}`) }))}
        chosen={wish.size}
        onChoose={wish.setSize}
      />
      {canHavePicture && (
        <label className="flex min-h-11 items-center gap-2 text-16">
          <input
            type="checkbox"
            checked={wish.isWithPicture}
            onChange={(event) => wish.setWithPicture(event.target.checked)}
            className="size-5 accent-ink"
          />
          {t('withPicture')}
        </label>
      )}
    </div>
  )
}
