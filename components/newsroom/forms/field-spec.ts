/** A field of a form, as its page says it. */
export type FieldSpec = {
  name: string
  label: string
  hint?: string
  required?: boolean
  /** What it holds before somebody types. */
  value?: string
} & (
  | {
      kind: 'line'
      type?: 'text' | 'email' | 'password' | 'url' | 'tel'
      maxLength: number
      autoComplete?: string
      /** What is likely meant; anything else may be typed. */
      suggestions?: string[]
      inputMode?: 'email' | 'numeric' | 'url' | 'tel' | 'text'
    }
  | { kind: 'text'; maxLength: number; rows?: number }
  | { kind: 'choice'; options: { value: string; label: string }[] }
  | { kind: 'tick' }
)

/** A field whose content is never sent back. */
export const isSecret = (field: FieldSpec): boolean =>
  field.kind === 'line' && field.type === 'password'
