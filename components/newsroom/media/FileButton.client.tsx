'use client'

import { useRef } from 'react'
import { takenTypes } from '@/lib/media/picture'

type FileButtonProps = {
  label: string
  onFiles: (files: File[]) => void
  /** Opens the phone's camera instead of its files. */
  isCamera?: boolean
  manner?: 'main' | 'plain'
}

const manners = { main: 'bg-ink text-paper', plain: 'border border-edge' }

/** Asks the device for pictures: many of its files, or one from its camera. */
export function FileButton({
  label,
  onFiles,
  isCamera = false,
  manner = 'plain',
}: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <button
        type="button"
        onClick={() => input.current?.click()}
        className={`min-h-11 px-4 py-2 text-16 font-bold ${manners[manner]}`}
      >
        {label}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        multiple={!isCamera}
        accept={takenTypes}
        capture={isCamera ? 'environment' : undefined}
        aria-label={label}
        onChange={({ currentTarget }) => {
          onFiles([...(currentTarget.files ?? [])])
          // The same file chosen again is a choice as well.
          currentTarget.value = ''
        }}
      />
    </>
  )
}
