import type { ComponentProps } from 'react'
import { readerButtonClass, readerInputClass } from './reader-control'

type LineFormProps = ComponentProps<'input'> & {
  /** Where the form leads: the browser appends what was typed. */
  action: string
  name: string
  label: string
  hint?: string
  /** The label of the button. */
  submit: string
}

/** A reader's form of one line, with its button beside it. It needs no script. */
export function LineForm({ action, label, hint, submit, ...input }: LineFormProps) {
  const { name } = input
  return (
    <form action={action} className="grid max-w-measure gap-2">
      <label htmlFor={name} className="text-16 text-quiet">
        {label}
      </label>
      <div className="flex">
        <input
          autoComplete="off"
          spellCheck={false}
          {...input}
          id={name}
          aria-describedby={hint ? `${name}-hint` : undefined}
          className={readerInputClass({ place: 'row' })}
        />
        <button type="submit" className={readerButtonClass()}>
          {submit}
        </button>
      </div>
      {hint && (
        <p id={`${name}-hint`} className="text-14 text-quiet">
          {hint}
        </p>
      )}
    </form>
  )
}
