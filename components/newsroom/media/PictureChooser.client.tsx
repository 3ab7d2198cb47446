'use client'

import { useTranslations } from 'next-intl'
import { type DragEvent, type SyntheticEvent, useLayoutEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { Button } from '@/components/ui/Button'
import { Field } from '@/components/ui/Field'
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

// React events bubble through the component tree: the page under the dialog must not receive them.
const stopBubbling = (event: SyntheticEvent) => event.stopPropagation()

/** A dialog to choose a picture from the archive, or to send new ones there. Closing gives the focus back. */
export function PictureChooser({ onChoose, onClose }: PictureChooserProps) {
  const t = useTranslations('newsroomMedia')
  const dialog = useRef<HTMLDialogElement>(null)
  const search = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  const library = usePictureLibrary(typed)
  const [uploaded, setUploaded] = useState<Picture[]>([])
  const uploads = useUploads((picture) =>
    setUploaded((before) => [picture, ...before.filter(({ id }) => id !== picture.id)]),
  )

  useLayoutEffect(() => {
    const element = dialog.current
    element?.showModal()
    // `autoFocus` would run before the dialog is open.
    search.current?.focus()
    return () => element?.close()
  }, [])

  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    event.stopPropagation()
    uploads.add(event.dataTransfer.files)
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
  return createPortal(
    <dialog
      ref={dialog}
      aria-labelledby="picture-chooser-title"
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onClick={(event) => {
        stopBubbling(event)
        if (event.target === dialog.current) onClose()
      }}
      onKeyDown={stopBubbling}
      onPaste={stopBubbling}
      onDragOver={(event) => event.preventDefault()}
      onDrop={onDrop}
      className="m-auto h-[min(100dvh,56rem)] max-h-none w-[min(100vw,72rem)] max-w-none bg-paper p-0 text-ink backdrop:bg-wash/80"
    >
      <div className="grid min-h-full content-start gap-4 p-4">
        <div className="flex items-center justify-between gap-4">
          <h2 id="picture-chooser-title" className="text-22">
            {t('choose')}
          </h2>
          <button type="button" className="min-h-11 px-3 text-16" onClick={onClose}>
            {t('close')}
          </button>
        </div>
        <Field
          label={t('search')}
          hint={t('searchHint')}
          type="search"
          value={typed}
          ref={search}
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
    </dialog>,
    document.body,
  )
}

type ChooserStateProps = {
  state: 'loading' | 'there' | 'failed'
  isEmpty: boolean
  onRetry: () => void
}

/** What stands where the pictures would be, when there are none, or none yet. */
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
        {words || t('wordless', { id: String(picture.id) })}
      </span>
      {picture.credit && <span className="truncate text-14 text-quiet">{picture.credit}</span>}
    </button>
  )
}
