'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { toBengaliDigits } from '@/lib/bengali/digits'
import { pictureOwnPath } from '@/lib/media/library'
import type { Sent } from './use-uploads'

type UploadListProps = {
  sent: Sent[]
  onRetry: (one: Sent) => void
  onRemove: (one: Sent) => void
  /** What was taken leads to its own page. */
  isLinked?: boolean
}

/** The files that are being sent, a line each, and in a sentence how far all of them are. */
export function UploadList({ sent, onRetry, onRemove, isLinked = false }: UploadListProps) {
  const t = useTranslations('newsroomMedia')
  const taken = sent.filter(({ state }) => state === 'taken').length
  const refused = sent.filter(({ state }) => state === 'refused').length
  const counts = { all: sent.length, taken, refused }
  return (
    <section aria-label={t('uploads')} className="grid gap-1 empty:hidden">
      <p role="status" className="text-14 text-quiet empty:hidden">
        {sent.length > 0 && t(refused > 0 ? 'sumRefused' : 'sum', inBengali(counts))}
      </p>
      {sent.length > 0 && (
        <ul className="border-rule border-t">
          {sent.map((one) => (
            <UploadLine
              key={one.key}
              one={one}
              onRetry={onRetry}
              onRemove={onRemove}
              isLinked={isLinked}
            />
          ))}
        </ul>
      )}
    </section>
  )
}

const inBengali = (counts: Record<string, number>) =>
  Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, toBengaliDigits(count)]))

type UploadLineProps = Omit<UploadListProps, 'sent'> & { one: Sent }

function UploadLine({ one, onRetry, onRemove, isLinked }: UploadLineProps) {
  const t = useTranslations()
  const { file, state, fraction, refusal } = one
  const percent = Math.floor(fraction * 100)
  return (
    <li className="grid grid-cols-[1fr_auto] items-center gap-x-3 border-rule border-b py-1">
      <div className="min-w-0">
        <p className="truncate text-16">{file.name}</p>
        {state === 'refused' && refusal ? (
          <p role="alert" className="text-14 text-accent">
            {t(`refusals.${refusal}`)}
          </p>
        ) : (
          <p className="flex items-center gap-2 text-14 text-quiet">
            {state === 'sending' && (
              <progress
                max={100}
                value={percent}
                aria-label={t('newsroomMedia.progressOf', { name: file.name })}
                className="h-2 w-24 flex-none accent-ink"
              />
            )}
            {state === 'sending'
              ? t(percent === 100 ? 'newsroomMedia.looking' : 'newsroomMedia.percent', {
                  percent: toBengaliDigits(percent),
                })
              : t(`newsroomMedia.${state === 'taken' ? 'taken' : 'waiting'}`)}
          </p>
        )}
      </div>
      <div className="flex">
        {isLinked && one.picture && (
          <Link
            href={pictureOwnPath(one.picture.id)}
            prefetch={false}
            className="inline-flex min-h-11 items-center px-2 text-16 font-bold underline"
          >
            {t('newsroomMedia.describe')}
          </Link>
        )}
        {state === 'refused' && (
          <button
            type="button"
            className="min-h-11 px-2 text-16 font-bold"
            aria-label={t('newsroomMedia.retryOf', { name: file.name })}
            onClick={() => onRetry(one)}
          >
            {t('newsroomMedia.retry')}
          </button>
        )}
        <button
          type="button"
          className="min-h-11 px-2 text-16 text-quiet"
          aria-label={t(
            state === 'waiting' || state === 'sending'
              ? 'newsroomMedia.cancelOf'
              : 'newsroomMedia.dismissOf',
            { name: file.name },
          )}
          onClick={() => onRemove(one)}
        >
          {t(
            state === 'waiting' || state === 'sending'
              ? 'newsroomMedia.cancel'
              : 'newsroomMedia.dismiss',
          )}
        </button>
      </div>
    </li>
  )
}
