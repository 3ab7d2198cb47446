'use client'

import { useRef } from 'react'
import { acceptedTypes } from '@/lib/media/files/picture'

type FileButtonProps = {
  label: string
  onFiles: (files: File[]) => void
  /** Opens the phone's camera instead of its files. */
  isCamera?: boolean
  variant?: 'main' | 'plain'
}

const variants = { main: 'bg-ink text-paper', plain: 'border border-edge' }

/** Opens the file dialog for several pictures, or the camera for one. */
export function FileButton({
  label,
  onFiles,
  isCamera = false,
  variant = 'plain',
}: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <button
        type="button"
        onClick={() => input.current?.click()}
        className={`min-h-11 px-4 py-2 text-16 font-bold ${variants[variant]}`}
      >
        {label}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        multiple={!isCamera}
        accept={acceptedTypes}
        capture={isCamera ? 'environment' : undefined}
        aria-label={label}
        onChange={({ currentTarget }) => {
          onFiles([...(currentTarget.files ?? [])])
          // Choosing the same file again must fire a change event.
          currentTarget.value = ''
        }}
      />
    </>
  )
}
