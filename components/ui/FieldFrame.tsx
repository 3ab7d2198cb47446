import { cva } from 'class-variance-authority'
import { type ReactNode, useId } from 'react'
import { toBengaliDigits } from '@/lib/bengali/digits'

const labelClass = cva('', {
  variants: {
    look: {
      strong: 'text-16 font-bold',
      small: 'text-14 font-bold',
      /** Beside a text that matters more than its label. */
      quiet: 'text-14 text-quiet',
    },
  },
})

export type FrameProps = {
  label: ReactNode
  look?: 'strong' | 'small' | 'quiet'
  hint?: ReactNode
  /** The fault, announced at once by screen readers. */
  error?: ReactNode
  /** Marks the field; set without `error` where a notice above the form names the fault. */
  isFaulty?: boolean
  /** The id of a text elsewhere that belongs to the field. */
  describedBy?: string
  /** Letters used, of at most so many. */
  counter?: { used: number; most: number }
}

/** The ids that connect a control with its label and its texts. */
export type FieldControl = {
  id: string
  'aria-invalid': true | undefined
  'aria-describedby': string | undefined
}

/** The props of the frame, and those of the control inside it. */
export function splitFrameProps<Props extends FrameProps>(
  props: Props,
): [FrameProps, Omit<Props, keyof FrameProps>] {
  const { label, look, hint, error, isFaulty, describedBy, counter, ...control } = props
  return [{ label, look, hint, error, isFaulty, describedBy, counter }, control]
}

type FieldFrameProps = FrameProps & { children: (control: FieldControl) => ReactNode }

/** A label above a control; hint, fault and counter below it. */
export function FieldFrame({ label, look = 'strong', children, ...frame }: FieldFrameProps) {
  const { hint, error, isFaulty = Boolean(error), describedBy, counter } = frame
  const id = useId()
  const below = [
    describedBy,
    hint && `${id}-hint`,
    error && `${id}-error`,
    counter && `${id}-counter`,
  ]
  return (
    <div className="grid min-w-0 content-start gap-1">
      <label htmlFor={id} className={labelClass({ look })}>
        {label}
      </label>
      {children({
        id,
        'aria-invalid': isFaulty || undefined,
        'aria-describedby': below.filter(Boolean).join(' ') || undefined,
      })}
      {hint && (
        <div id={`${id}-hint`} className="text-14 text-quiet">
          {hint}
        </div>
      )}
      {error && (
        <p id={`${id}-error`} role="alert" className="text-14 text-accent">
          {error}
        </p>
      )}
      {counter && (
        <p id={`${id}-counter`} className="text-14 text-quiet">
          {toBengaliDigits(counter.used)}/{toBengaliDigits(counter.most)}
        </p>
      )}
    </div>
  )
}
