'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/Button'
import { toBengaliDigits } from '@/lib/bengali/digits'
import type { AmbiguousWord } from './bijoy-decisions'

type AmbiguousWordPromptProps = {
  /** The doubtful word and the number of doubtful words. */
  word: AmbiguousWord
  count: number
  onShow: () => void
  onResolve: (isBijoyWord: boolean) => void
}

/** Asks whether a doubtful word is Bijoy. The next word is shown after this one is answered. */
export function AmbiguousWordPrompt({ word, count, onShow, onResolve }: AmbiguousWordPromptProps) {
  const t = useTranslations('newsroomBijoy')
  return (
    <div className="flex flex-wrap items-center gap-2 border border-rule bg-wash p-2">
      <p role="status" className="min-w-0 flex-1 basis-40 text-16">
        <b>{t('unsure', { count: toBengaliDigits(count) })}:</b>{' '}
        {t('word', { original: word.original, converted: word.converted })}
      </p>
      <Button variant="choice" onClick={onShow}>
        {t('see')}
      </Button>
      <Button variant="choice" onClick={() => onResolve(true)}>
        {t('yes')}
      </Button>
      <Button variant="choice" onClick={() => onResolve(false)}>
        {t('no')}
      </Button>
    </div>
  )
}
