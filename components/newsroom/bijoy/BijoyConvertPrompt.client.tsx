'use client'

import { useTranslations } from 'next-intl'

type BijoyConvertPromptProps = { onConvert: () => void; onKeep: () => void }

/** Asks the writer whether pasted text that looks like Bijoy is Bijoy. */
export function BijoyConvertPrompt({ onConvert, onKeep }: BijoyConvertPromptProps) {
  const t = useTranslations('newsroomBijoy')
  return (
    <div className="flex flex-wrap items-center gap-2 border border-rule bg-wash p-2">
      <p role="status" className="min-w-0 flex-1 basis-40 text-16 font-bold">
        {t('found')}
      </p>
      <button
        type="button"
        onClick={onConvert}
        className="min-h-11 bg-ink px-3 text-16 font-bold text-paper"
      >
        {t('convert')}
      </button>
      <button
        type="button"
        onClick={onKeep}
        className="min-h-11 border border-edge bg-paper px-3 text-16"
      >
        {t('keep')}
      </button>
    </div>
  )
}
