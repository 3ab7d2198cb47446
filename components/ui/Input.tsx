import type { ComponentProps } from 'react'
import { type ControlLook, controlClass } from './control-class'

type InputProps = Omit<ComponentProps<'input'>, 'size'> & ControlLook

/** A field of one line without a visible label; with one, use `Field`. */
export function Input({ size, isWide, className, ...input }: InputProps) {
  return <input {...input} className={controlClass({ size, isWide, className })} />
}
