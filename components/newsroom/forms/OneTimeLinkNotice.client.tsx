'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/Button'
import { Input } from '@/components/ui/Input'
import { LiveText } from '@/components/ui/Notice'
import type { OneTimeLinkResult } from './form-state'

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
          <Input
            readOnly
            aria-label={t('link')}
            value={link.url}
            onFocus={(event) => event.target.select()}
          />
          <div className="flex flex-wrap items-center gap-4">
            <Button onClick={copy}>{t('copy')}</Button>
            <LiveText tone="plain">{isCopied && t('copied')}</LiveText>
          </div>
        </>
      )}
      <p className="text-14 text-quiet">{t('until', { time: link.until })}</p>
    </div>
  )
}
