import type { ComponentProps } from 'react'
import { type ControlLook, controlClass } from './control-class'
import { FieldFrame, type FrameProps, splitFrameProps } from './FieldFrame'
import { Input } from './Input'

type FieldProps = Omit<ComponentProps<typeof Input>, 'id'> & FrameProps

/** A field of one line with its label above and its help text below. */
export function Field(props: FieldProps) {
  const [frame, input] = splitFrameProps(props)
  return <FieldFrame {...frame}>{(control) => <Input {...input} {...control} />}</FieldFrame>
}

type TextareaFieldProps = Omit<ComponentProps<'textarea'>, 'id'> & ControlLook & FrameProps

/** A field of several lines with its label above and its help text below. */
export function TextareaField(props: TextareaFieldProps) {
  const [frame, { size, isWide, className, rows = 3, ...area }] = splitFrameProps(props)
  return (
    <FieldFrame {...frame}>
      {(control) => (
        <textarea
          {...area}
          {...control}
          rows={rows}
          className={controlClass({ size, isWide, className })}
        />
      )}
    </FieldFrame>
  )
}
