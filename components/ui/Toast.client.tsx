'use client'

import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react'

/** Long enough to be read; it confirms what was done and is not needed afterwards. */
const visibleMs = 8_000

const ToastContext = createContext<(text: string) => void>(() => {})

/** Shows a short confirmation at the lower edge of the window. The next one replaces it. */
export const useToast = () => useContext(ToastContext)

/** Where toasts appear. A screen reader announces them; they stay while the pointer is over them. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [toast, setToast] = useState<{ text: string } | null>(null)
  const [isHeld, setHeld] = useState(false)
  const show = useCallback((text: string) => {
    setToast({ text })
    setHeld(false)
  }, [])
  useEffect(() => {
    if (!toast || isHeld) return
    const timer = setTimeout(() => setToast(null), visibleMs)
    return () => clearTimeout(timer)
  }, [toast, isHeld])
  return (
    <ToastContext value={show}>
      {children}
      {/* React Aria hides what is outside an open dialog from screen readers, except what has this attribute. */}
      <div
        role="status"
        data-react-aria-top-layer
        className="pointer-events-none fixed inset-x-4 bottom-16 z-50 flex justify-center lg:bottom-4"
      >
        {toast && (
          <p
            onPointerEnter={() => setHeld(true)}
            onPointerLeave={() => setHeld(false)}
            className="pointer-events-auto bg-ink px-4 py-2 text-16 text-paper"
          >
            {toast.text}
          </p>
        )}
      </div>
    </ToastContext>
  )
}
