'use client'

import { useTranslations } from 'next-intl'
import { type DragEvent, type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/Button'
import { Dialog } from '@/components/ui/Dialog.client'
import { Field } from '@/components/ui/Field'
import { toBengaliDigits } from '@/lib/bengali/digits'
import type { Picture } from '@/lib/content-model/article'
import { FileButton } from './FileButton.client'
import { Thumbnail } from './Thumbnail'
import { UploadList } from './UploadList.client'
import { usePictureLibrary } from './use-picture-library'
import { useUploads } from './use-uploads'

type PictureChooserProps = {
  onChoose: (picture: Picture) => void
  onClose: () => void
}

/** A dialog to choose a picture from the archive, or to send new ones there. Closing gives the focus back. */
export function PictureChooser({ onChoose, onClose }: PictureChooserProps) {
  const t = useTranslations('newsroomMedia')
  const [typed, setTyped] = useState('')
  const library = usePictureLibrary(typed)
  const [uploaded, setUploaded] = useState<Picture[]>([])
  const uploads = useUploads((picture) =>
    setUploaded((before) => [picture, ...before.filter(({ id }) => id !== picture.id)]),
  )

  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    uploads.add(event.dataTransfer.files)
  }
  // The first Escape empties the search field, the next one closes the dialog.
  const onSearchKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || typed === '') return
    event.stopPropagation()
    setTyped('')
  }
  const pictures = [
    ...uploaded,
    ...library.pictures.filter(({ id }) => uploaded.every((each) => each.id !== id)),
  ]
  const list = useRef<HTMLUListElement>(null)
  const shownCount = useRef<number | null>(null)
  const showOlder = () => {
    if (library.state === 'loading') return
    shownCount.current = pictures.length
    library.older()
  }
  // After "older", the focus moves to the first older picture.
  useLayoutEffect(() => {
    if (shownCount.current === null || library.state !== 'there') return
    list.current?.children[shownCount.current]?.querySelector('button')?.focus()
    shownCount.current = null
  }, [library.state])
  return (
    <Dialog title={t('choose')} closeLabel={t('close')} onClose={onClose}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: pictures can be dropped anywhere in the dialog */}
      <div
        onDragOver={(event) => event.preventDefault()}
        onDrop={onDrop}
        className="grid min-h-0 flex-1 content-start gap-4 overflow-y-auto p-4"
      >
        <Field
          label={t('search')}
          hint={t('searchHint')}
          type="search"
          value={typed}
          autoFocus
          onKeyDown={onSearchKeyDown}
          onChange={(event) => setTyped(event.target.value)}
        />
        <div className="flex flex-wrap items-center gap-3">
          <FileButton label={t('upload')} onFiles={uploads.add} variant="main" />
          <FileButton label={t('camera')} onFiles={uploads.add} isCamera />
          <p className="text-14 text-quiet max-md:hidden">{t('dropHint')}</p>
        </div>
        <UploadList items={uploads.sent} onRetry={uploads.retry} onRemove={uploads.remove} />
        <ChooserState
          state={library.state}
          isEmpty={pictures.length === 0}
          onRetry={library.again}
        />
        <ul ref={list} className="grid grid-cols-2 gap-3 md:grid-cols-3 lg:grid-cols-4">
          {pictures.map((picture) => (
            <li key={picture.id}>
              <ChooserTile picture={picture} onChoose={onChoose} />
            </li>
          ))}
        </ul>
        {library.next !== null && pictures.length > 0 && (
          <Button
            isPending={library.state === 'loading'}
            onClick={showOlder}
            className="justify-self-start"
          >
            {t(library.state === 'loading' ? 'loading' : 'older')}
          </Button>
        )}
      </div>
    </Dialog>
  )
}

type ChooserStateProps = {
  state: 'loading' | 'there' | 'failed'
  isEmpty: boolean
  onRetry: () => void
}

/** The text in place of the pictures while there are none. */
function ChooserState({ state, isEmpty, onRetry }: ChooserStateProps) {
  const t = useTranslations('newsroomMedia')
  return (
    <div
      role="status"
      className="flex flex-wrap items-center gap-3 text-16 text-quiet empty:hidden"
    >
      {state === 'loading' && t('loading')}
      {state === 'there' && isEmpty && t('nothingFound')}
      {state === 'failed' && (
        <>
          {t('failed')}
          <Button onClick={onRetry}>{t('retry')}</Button>
        </>
      )}
    </div>
  )
}

type ChooserTileProps = { picture: Picture; onChoose: (picture: Picture) => void }

function ChooserTile({ picture, onChoose }: ChooserTileProps) {
  const t = useTranslations('newsroomMedia')
  const words = picture.caption || picture.alt
  return (
    <button
      type="button"
      className="grid w-full content-start gap-1 text-left"
      onClick={() => onChoose(picture)}
    >
      <Thumbnail picture={picture} />
      <span className="line-clamp-2 text-14">
        {words || t('wordless', { id: toBengaliDigits(picture.id) })}
      </span>
      {picture.credit && <span className="truncate text-14 text-quiet">{picture.credit}</span>}
    </button>
  )
}
