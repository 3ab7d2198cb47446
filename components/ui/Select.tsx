import type { ComponentProps } from 'react'
import { type ControlLook, controlClass } from './control-class'
import { FieldFrame, type FrameProps, splitFrameProps } from './FieldFrame'

type SelectProps = Omit<ComponentProps<'select'>, 'size'> & ControlLook

/** A choice of one, as the browser draws it: phones show their own list. With a label, use `SelectField`. */
export function Select({ size, isWide, className, ...select }: SelectProps) {
  return (
    <select {...select} className={controlClass({ kind: 'select', size, isWide, className })} />
  )
}

type SelectFieldProps = Omit<SelectProps, 'id'> & FrameProps

/** A choice with its label above and its help text below. */
export function SelectField(props: SelectFieldProps) {
  const [frame, select] = splitFrameProps(props)
  return <FieldFrame {...frame}>{(control) => <Select {...select} {...control} />}</FieldFrame>
}
