'use client'

import { useTranslations } from 'next-intl'
import { toBengaliDigits } from '@/lib/bengali/digits'
import type { AmbiguousWord } from './bijoy-decisions'

type AmbiguousWordPromptProps = {
  /** The doubtful word and the number of doubtful words. */
  word: AmbiguousWord
  count: number
  onShow: () => void
  onResolve: (isBijoyWord: boolean) => void
}

const buttonClass = 'min-h-11 border border-edge bg-paper px-3 text-16'

/** Asks whether a doubtful word is Bijoy. The next word is shown after this one is answered. */
export function AmbiguousWordPrompt({ word, count, onShow, onResolve }: AmbiguousWordPromptProps) {
  const t = useTranslations('newsroomBijoy')
  return (
    <div className="flex flex-wrap items-center gap-2 border border-rule bg-wash p-2">
      <p role="status" className="min-w-0 flex-1 basis-40 text-16">
        <b>{t('unsure', { count: toBengaliDigits(count) })}:</b>{' '}
        {t('word', { original: word.original, converted: word.converted })}
      </p>
      <button type="button" onClick={onShow} className={buttonClass}>
        {t('see')}
      </button>
      <button type="button" onClick={() => onResolve(true)} className={buttonClass}>
        {t('yes')}
      </button>
      <button type="button" onClick={() => onResolve(false)} className={buttonClass}>
        {t('no')}
      </button>
    </div>
  )
}
