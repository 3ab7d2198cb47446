'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useCallback, useEffect, useId, useState } from 'react'
import { useOpenStory } from '@/components/newsroom/story/open-story.client'
import { Button } from '@/components/ui/Button'
import { ButtonLink } from '@/components/ui/ButtonLink'
import { Input } from '@/components/ui/Input'
import { LiveText, Notice } from '@/components/ui/Notice'
import { SelectField } from '@/components/ui/Select'
import { useToast } from '@/components/ui/Toast.client'
import { formatStamp } from '@/lib/bengali/calendar/dates'
import { toBengaliDigits } from '@/lib/bengali/digits'
import type { Dto } from '@/lib/newsroom/draft/api-schema'
import {
  defaultLinkHours,
  linkHours,
  type PreviewLinkInfo,
} from '@/lib/newsroom/preview/preview-link'
import type { Refusal } from '@/lib/outcome'
import { randomId } from '../random-id'
import { CopyButton } from './CopyButton.client'
import { requestStory } from './story-request'

type PreviewLinkError = Refusal | 'offline' | 'unsaved'

/** The valid preview links of the open story; null until they have loaded. */
function useLinks(id: number) {
  const [links, setLinks] = useState<Dto<PreviewLinkInfo>[] | null>(null)
  const [error, setError] = useState<PreviewLinkError | null>(null)
  const list = useCallback(async () => {
    const result = await requestStory(id, 'links')
    if (result.ok) setLinks(JSON.parse(result.text).links)
    setError(result.ok ? null : result.reason)
  }, [id])
  useEffect(() => void list(), [list])
  return { links, list, error, setError }
}

/** Creates, copies and revokes preview links of the story as it is now. */
export function PreviewLinks() {
  const t = useTranslations('newsroomPreviewLinks')
  const tAll = useTranslations()
  const id = useId()
  const { state, flush } = useOpenStory()
  const { links, list, error, setError } = useLinks(state.id)
  const [hours, setHours] = useState<number>(defaultLinkHours)
  const [key, setKey] = useState(randomId)
  /** The running request: the creation of a link, or the number of the link that is being revoked. */
  const [busy, setBusy] = useState<string | null>(null)
  const toast = useToast()

  const run = async (what: string, work: () => Promise<PreviewLinkError | null>) => {
    if (busy) return
    setBusy(what)
    setError(await work())
    setBusy(null)
  }
  const make = async () => {
    const copyVersion = await flush()
    if (copyVersion === null) return 'unsaved'
    const result = await requestStory(state.id, 'links', { key, hours, copyVersion })
    if (!result.ok) return result.reason
    setKey(randomId())
    await list()
    return null
  }
  const revoke = async (linkId: string) => {
    const result = await requestStory(state.id, 'links/revoke', { id: linkId })
    if (!result.ok) return result.reason
    await list()
    toast(t('revoked'))
    return null
  }
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    void run('making', make)
  }
  return (
    <section aria-labelledby={`${id}-title`} className="grid gap-3 border-t-[3px] border-ink pt-3">
      <h3 id={`${id}-title`} className="text-18">
        {t('title')}
      </h3>
      <p className="text-14 text-quiet">{t('about')}</p>
      <form onSubmit={onSubmit} className="flex flex-wrap items-end gap-3">
        <SelectField
          label={t('lasts')}
          look="quiet"
          value={hours}
          onChange={(event) => setHours(Number(event.target.value))}
        >
          {linkHours.map((each) => (
            <option key={each} value={each}>
              {each > defaultLinkHours
                ? t('days', { days: toBengaliDigits(each / 24) })
                : t('hours', { hours: toBengaliDigits(each) })}
            </option>
          ))}
        </SelectField>
        <Button type="submit" isPending={busy !== null}>
          {t(busy === 'making' ? 'creating' : 'create')}
        </Button>
      </form>
      <Notice tone="error">
        {error &&
          (error === 'offline' || error === 'unsaved' ? t(error) : tAll(`refusals.${error}`))}
      </Notice>
      <LiveText>{links === null && !error && t('loading')}</LiveText>
      {links === null && error && (
        <Button onClick={() => void list()} variant="link">
          {t('again')}
        </Button>
      )}
      {links?.length === 0 && <p className="text-16">{t('none')}</p>}
      {links && links.length > 0 && (
        <ul aria-label={t('list')} className="grid gap-3">
          {links.map((link) => (
            <LinkRow
              key={link.id}
              link={link}
              isBusy={busy !== null}
              isRevoking={busy === link.id}
              onRevoke={() => run(link.id, () => revoke(link.id))}
            />
          ))}
        </ul>
      )}
    </section>
  )
}

type LinkRowProps = {
  link: Dto<PreviewLinkInfo>
  isBusy: boolean
  isRevoking: boolean
  onRevoke: () => void
}

function LinkRow({ link, isBusy, isRevoking, onRevoke }: LinkRowProps) {
  const t = useTranslations('newsroomPreviewLinks')
  const at = (stamp: string) => formatStamp(new Date(stamp))
  return (
    <li className="grid gap-1 border-t border-rule pt-2">
      <Input
        readOnly
        size="small"
        aria-label={t('address')}
        value={link.address}
        onFocus={(event) => event.target.select()}
      />
      <p className="text-14 text-quiet">
        {[link.createdBy, at(link.createdAt)].filter(Boolean).join(', ')} ·{' '}
        {t('until', { at: at(link.expiresAt) })}
      </p>
      <div className="flex flex-wrap gap-x-5">
        <CopyButton text={link.address} />
        <ButtonLink href={link.address} target="_blank" rel="noopener noreferrer">
          {t('open')}
        </ButtonLink>
        <Button isPending={isBusy} onClick={onRevoke} variant="link" className="text-accent">
          {t(isRevoking ? 'revoking' : 'revoke')}
        </Button>
      </div>
    </li>
  )
}
