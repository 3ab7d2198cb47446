import type { ComponentProps } from 'react'
import { type ControlLook, controlClass } from './control-class'
import { FieldFrame, type FrameProps } from './FieldFrame'
import { Input } from './Input'

type FieldProps = Omit<ComponentProps<typeof Input>, 'id'> & FrameProps

/** A field of one line with its label above and its help text below. */
export function Field({
  label,
  look,
  hint,
  error,
  isFaulty,
  describedBy,
  counter,
  ...input
}: FieldProps) {
  return (
    <FieldFrame {...{ label, look, hint, error, isFaulty, describedBy, counter }}>
      {(control) => <Input {...input} {...control} />}
    </FieldFrame>
  )
}

type TextareaFieldProps = Omit<ComponentProps<'textarea'>, 'id'> & ControlLook & FrameProps

/** A field of several lines with its label above and its help text below. */
export function TextareaField(props: TextareaFieldProps) {
  const {
    label,
    look,
    hint,
    error,
    isFaulty,
    describedBy,
    counter,
    size,
    isWide,
    className,
    ...area
  } = props
  return (
    <FieldFrame {...{ label, look, hint, error, isFaulty, describedBy, counter }}>
      {(control) => (
        <textarea
          rows={3}
          {...area}
          {...control}
          className={controlClass({ size, isWide, className })}
        />
      )}
    </FieldFrame>
  )
}
