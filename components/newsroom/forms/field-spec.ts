/** The description of a form field. */
export type FieldSpec = {
  name: string
  label: string
  hint?: string
  required?: boolean
  /** The initial value. */
  value?: string
} & (
  | {
      kind: 'line'
      type?: 'text' | 'email' | 'password' | 'url' | 'tel'
      maxLength: number
      autoComplete?: string
      /** Suggested values; any other value may be typed. */
      suggestions?: string[]
      inputMode?: 'email' | 'numeric' | 'url' | 'tel' | 'text'
    }
  | { kind: 'text'; maxLength: number; rows?: number }
  | { kind: 'choice'; options: { value: string; label: string }[] }
  | { kind: 'tick' }
)

/** A field whose value is never sent back to the browser. */
export const isSecret = (field: FieldSpec): boolean =>
  field.kind === 'line' && field.type === 'password'
