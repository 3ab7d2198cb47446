'use client'

import type { ReactNode, SyntheticEvent } from 'react'
import { Dialog as AriaDialog, Heading } from 'react-aria-components/Dialog'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { Button } from './Button'
import { useAriaMessages } from './use-aria-messages'

type DialogProps = {
  title: string
  closeLabel: string
  onClose: () => void
  children: ReactNode
}

// React events bubble through the component tree: the page under the dialog must not receive them.
const stopBubbling = (event: SyntheticEvent) => event.stopPropagation()

/**
 * A modal dialog, open while it is mounted: its heading, its button to close, and content that fills the rest.
 * Escape and a click beside it close it. The focus stays in it and then returns to the element that had it.
 */
export function Dialog({ title, closeLabel, onClose, children }: DialogProps) {
  useAriaMessages()
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it has no box and reacts to nothing
    <div
      className="contents"
      onClick={stopBubbling}
      onKeyDown={stopBubbling}
      onPaste={stopBubbling}
      onDragOver={stopBubbling}
      onDrop={stopBubbling}
    >
      <ModalOverlay
        isOpen
        isDismissable
        onOpenChange={onClose}
        className="fixed inset-0 z-50 grid place-items-center bg-scrim"
      >
        <Modal className="h-dvh w-full max-w-[75rem] bg-paper text-ink md:h-[min(92dvh,56rem)] md:border md:border-rule">
          <AriaDialog className="flex h-full flex-col outline-none">
            <header className="flex items-start justify-between gap-4 border-b border-rule px-4 py-2">
              <Heading slot="title" className="py-1 text-22">
                {title}
              </Heading>
              <Button onClick={onClose} variant="bare" isPadded>
                {closeLabel}
              </Button>
            </header>
            {children}
          </AriaDialog>
        </Modal>
      </ModalOverlay>
    </div>
  )
}
