import type { ComponentProps, MouseEvent } from 'react'
import { type ButtonLook, buttonClass } from './button-class'

type ButtonProps = ComponentProps<'button'> &
  ButtonLook & {
    /** Its work is running, or it may not be used now: it keeps the focus and does nothing. */
    isPending?: boolean
  }

const ignore = (event: MouseEvent) => event.preventDefault()

/** A button; `type="submit"` sends its form. */
export function Button(props: ButtonProps) {
  const { variant, isBold, isPadded, isPending = false, className, onClick, ...button } = props
  return (
    <button
      type="button"
      {...button}
      aria-disabled={isPending || undefined}
      onClick={isPending ? ignore : onClick}
      className={buttonClass({ variant, isBold, isPadded, className })}
    />
  )
}
