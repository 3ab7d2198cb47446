'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/Button'

type BijoyConvertPromptProps = { onConvert: () => void; onKeep: () => void }

/** Asks the writer whether pasted text that looks like Bijoy is Bijoy. */
export function BijoyConvertPrompt({ onConvert, onKeep }: BijoyConvertPromptProps) {
  const t = useTranslations('newsroomBijoy')
  return (
    <div className="flex flex-wrap items-center gap-2 border border-rule bg-wash p-2">
      <p role="status" className="min-w-0 flex-1 basis-40 text-16 font-bold">
        {t('found')}
      </p>
      <Button onClick={onConvert} variant="main">
        {t('convert')}
      </Button>
      <Button onClick={onKeep} variant="choice">
        {t('keep')}
      </Button>
    </div>
  )
}
