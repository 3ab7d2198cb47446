import type { ComponentProps } from 'react'

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
          className="min-h-12 w-0 min-w-0 flex-1 rounded-none border border-quiet bg-paper px-3 text-18"
        />
        <button
          type="submit"
          className="min-h-12 shrink-0 cursor-pointer bg-ink px-5 text-18 font-bold text-paper"
        >
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
