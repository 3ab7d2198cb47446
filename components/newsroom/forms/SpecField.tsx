import { useId } from 'react'
import { Field } from './Field'
import { type FieldSpec, isSecret } from './field-spec'

type SpecFieldProps = { field: FieldSpec; typed?: Record<string, string>; isFaulty: boolean }

const inputClass =
  'min-h-11 w-full border border-edge bg-paper px-3 py-2 text-16 aria-invalid:border-accent'

/** A field with its label above and its help text below. After a refusal it holds the typed value again. */
export function SpecField({ field, typed, isFaulty }: SpecFieldProps) {
  const id = useId()
  const { name, label, hint, required } = field
  const value = isSecret(field) ? undefined : (typed?.[name] ?? field.value)
  const shared = {
    id,
    name,
    required,
    'aria-invalid': isFaulty || undefined,
    'aria-describedby': hint ? `${id}-hint` : undefined,
  }
  if (field.kind === 'line') {
    const { type, maxLength, autoComplete, inputMode, suggestions } = field
    const list = suggestions && `${id}-list`
    return (
      <>
        <Field
          name={name}
          label={label}
          hint={hint}
          required={required}
          isFaulty={isFaulty}
          type={type}
          maxLength={maxLength}
          autoComplete={autoComplete}
          inputMode={inputMode}
          list={list}
          defaultValue={value}
        />
        {suggestions && (
          <datalist id={list}>
            {suggestions.map((each) => (
              <option key={each} value={each} />
            ))}
          </datalist>
        )}
      </>
    )
  }
  if (field.kind === 'tick') {
    return (
      <div className="grid gap-1">
        <label className="flex min-h-11 items-center gap-3 text-16" htmlFor={id}>
          {/* React resets a submitted form to its default values: the key makes it render with the new ones. */}
          <input
            key={value}
            {...shared}
            type="checkbox"
            className="size-5"
            defaultChecked={value === 'on'}
          />
          {label}
        </label>
        <Hint id={id} hint={hint} />
      </div>
    )
  }
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="text-16 font-bold">
        {label}
      </label>
      {field.kind === 'text' ? (
        <textarea
          {...shared}
          rows={field.rows ?? 3}
          maxLength={field.maxLength}
          defaultValue={value}
          className={inputClass}
        />
      ) : (
        <select key={value} {...shared} defaultValue={value} className={inputClass}>
          {field.options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
      <Hint id={id} hint={hint} />
    </div>
  )
}

function Hint({ id, hint }: { id: string; hint: string | undefined }) {
  if (!hint) return null
  return (
    <p id={`${id}-hint`} className="text-14 text-quiet">
      {hint}
    </p>
  )
}
