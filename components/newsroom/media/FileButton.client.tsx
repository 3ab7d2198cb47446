'use client'

import { useRef } from 'react'
import { Button } from '@/components/ui/Button'
import { acceptedTypes } from '@/lib/media/files/picture'

type FileButtonProps = {
  label: string
  onFiles: (files: File[]) => void
  /** Opens the phone's camera instead of its files. */
  isCamera?: boolean
  variant?: 'main' | 'plain'
}

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
      <Button variant={variant} onClick={() => input.current?.click()}>
        {label}
      </Button>
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
