import { useId } from 'react'

type NoteFieldProps = {
  label: string
  hint?: string
  isRequired?: boolean
  maxLength: number
}

/** A multi-line field for a note, named `note`. */
export function NoteField({ label, hint, isRequired = false, maxLength }: NoteFieldProps) {
  const id = useId()
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="text-14 font-bold">
        {label}
      </label>
      <textarea
        id={id}
        name="note"
        rows={3}
        required={isRequired}
        maxLength={maxLength}
        aria-describedby={hint ? `${id}-hint` : undefined}
        className="w-full border border-edge bg-paper px-3 py-2 text-16"
      />
      {hint && (
        <p id={`${id}-hint`} className="text-14 text-quiet">
          {hint}
        </p>
      )}
    </div>
  )
}

/** The typed note; null when it is empty. */
export function noteFromForm(form: FormData): string | null {
  const note = form.get('note')
  return typeof note === 'string' && note.trim() !== '' ? note : null
}
