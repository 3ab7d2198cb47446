import type { ComponentProps, MouseEvent } from 'react'
import { type ButtonLook, buttonClass } from './button-class'

type ButtonProps = ComponentProps<'button'> &
  ButtonLook & {
    /** The action is running or not possible now: the button keeps the focus and does nothing. */
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
