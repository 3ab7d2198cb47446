import { TextareaField } from '@/components/ui/Field'

type NoteFieldProps = {
  label: string
  hint?: string
  isRequired?: boolean
  maxLength: number
}

/** A multi-line field for a note, named `note`. */
export function NoteField({ isRequired = false, ...field }: NoteFieldProps) {
  return <TextareaField {...field} look="small" name="note" required={isRequired} />
}

/** The typed note; null when it is empty. */
export function noteFromForm(form: FormData): string | null {
  const note = form.get('note')
  return typeof note === 'string' && note.trim() !== '' ? note : null
}
