'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { OneTimeLinkResult } from './action-state'

/** A one-time link, shown once, to copy and pass on. */
export function OneTimeLinkNotice({ link }: { link: OneTimeLinkResult }) {
  const t = useTranslations('newsroomLink')
  const [isCopied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(link.url)
    setCopied(true)
  }
  return (
    <div className="grid gap-2 border border-edge bg-wash p-3">
      <p className="text-16">
        {link.mailedTo && t('mailed', { email: link.mailedTo })}
        {link.isMailBroken && t('mailBroken')}
        {!link.mailedTo && ` ${t('handOver')}`}
      </p>
      {!link.mailedTo && (
        <>
          <input
            readOnly
            aria-label={t('link')}
            value={link.url}
            onFocus={(event) => event.target.select()}
            className="min-h-11 w-full border border-edge bg-paper px-3 text-16"
          />
          <div className="flex flex-wrap items-center gap-4">
            <button
              type="button"
              onClick={copy}
              className="min-h-11 border border-edge px-4 font-bold"
            >
              {t('copy')}
            </button>
            <span role="status" className="text-16">
              {isCopied && t('copied')}
            </span>
          </div>
        </>
      )}
      <p className="text-14 text-quiet">{t('until', { time: link.until })}</p>
    </div>
  )
}
