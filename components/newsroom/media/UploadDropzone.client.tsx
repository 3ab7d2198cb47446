'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { FileButton } from './FileButton.client'
import { UploadList } from './UploadList.client'
import { useUploads } from './use-uploads'

type UploadDropzoneProps = {
  /** The signed-in user, whose unfinished uploads resume after a reload. */
  userId: string
}

const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false

/** Whether files are being dragged over the page; those that are let go anywhere on it are handed to `onFiles`. */
function useDrop(onFiles: (files: FileList) => void): boolean {
  const [isOver, setOver] = useState(false)
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!holdsFiles(event)) return
      event.preventDefault()
      setOver(true)
    }
    const out = (event: DragEvent) => {
      if (!event.relatedTarget) setOver(false)
    }
    const drop = (event: DragEvent) => {
      setOver(false)
      if (!holdsFiles(event) || !event.dataTransfer) return
      event.preventDefault()
      onFiles(event.dataTransfer.files)
    }
    document.addEventListener('dragover', over)
    document.addEventListener('dragleave', out)
    document.addEventListener('drop', drop)
    return () => {
      document.removeEventListener('dragover', over)
      document.removeEventListener('dragleave', out)
      document.removeEventListener('drop', drop)
    }
  }, [onFiles])
  return isOver
}

/** Where pictures come into the archive: chosen, taken with the camera, or dropped anywhere on the page. */
export function UploadDropzone({ userId }: UploadDropzoneProps) {
  const t = useTranslations('newsroomMedia')
  const router = useRouter()
  const uploads = useUploads(() => router.refresh(), userId)
  const isOver = useDrop(uploads.add)
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-center gap-3">
        <FileButton label={t('upload')} onFiles={uploads.add} variant="main" />
        <FileButton label={t('camera')} onFiles={uploads.add} isCamera />
        <p className={`text-14 max-md:hidden ${isOver ? 'font-bold text-ink' : 'text-quiet'}`}>
          {t(isOver ? 'dropNow' : 'dropHint')}
        </p>
      </div>
      <UploadList items={uploads.sent} onRetry={uploads.retry} onRemove={uploads.remove} isLinked />
    </div>
  )
}
