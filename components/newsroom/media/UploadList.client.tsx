'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/Button'
import { ButtonLink } from '@/components/ui/ButtonLink'
import { LiveText } from '@/components/ui/Notice'
import { toBengaliDigits } from '@/lib/bengali/digits'
import { pictureOwnPath } from '@/lib/media/library/library'
import type { UploadItem } from './use-uploads'

type UploadListProps = {
  items: UploadItem[]
  onRetry: (upload: UploadItem) => void
  onRemove: (upload: UploadItem) => void
  /** A finished upload links to the picture's page. */
  isLinked?: boolean
}

/** The files that are being sent, a line each, and in a sentence how far all of them are. */
export function UploadList({ items, onRetry, onRemove, isLinked = false }: UploadListProps) {
  const t = useTranslations('newsroomMedia')
  const taken = items.filter(({ state }) => state === 'taken').length
  const refused = items.filter(({ state }) => state === 'refused').length
  const counts = { all: items.length, taken, refused }
  return (
    <section aria-label={t('uploads')} className="grid gap-1 empty:hidden">
      <LiveText>
        {items.length > 0 && t(refused > 0 ? 'sumRefused' : 'sum', inBengali(counts))}
      </LiveText>
      {items.length > 0 && (
        <ul className="border-rule border-t">
          {items.map((upload) => (
            <UploadLine
              key={upload.key}
              upload={upload}
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

type UploadLineProps = Omit<UploadListProps, 'items'> & { upload: UploadItem }

function UploadLine({ upload, onRetry, onRemove, isLinked }: UploadLineProps) {
  const t = useTranslations()
  const { file, state, fraction, refusal } = upload
  const percent = Math.floor(fraction * 100)
  return (
    <li className="grid grid-cols-[1fr_auto] items-center gap-x-3 border-rule border-b py-1">
      <div className="min-w-0">
        <p className="truncate text-16">{file.name}</p>
        {state === 'refused' && refusal ? (
          <LiveText tone="error">{t(`refusals.${refusal}`)}</LiveText>
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
        {isLinked && upload.picture && (
          <ButtonLink href={pictureOwnPath(upload.picture.id)} isBold isPadded>
            {t('newsroomMedia.describe')}
          </ButtonLink>
        )}
        {state === 'refused' && (
          <Button
            aria-label={t('newsroomMedia.retryOf', { name: file.name })}
            onClick={() => onRetry(upload)}
            variant="bare"
            isBold
            isPadded
          >
            {t('newsroomMedia.retry')}
          </Button>
        )}
        <Button
          aria-label={t(
            state === 'waiting' || state === 'sending'
              ? 'newsroomMedia.cancelOf'
              : 'newsroomMedia.dismissOf',
            { name: file.name },
          )}
          onClick={() => onRemove(upload)}
          variant="quiet"
          isPadded
        >
          {t(
            state === 'waiting' || state === 'sending'
              ? 'newsroomMedia.cancel'
              : 'newsroomMedia.dismiss',
          )}
        </Button>
      </div>
    </li>
  )
}
