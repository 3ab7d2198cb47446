import { useId } from 'react'
import { Checkbox } from '@/components/ui/Checkbox'
import { Field, TextareaField } from '@/components/ui/Field'
import { SelectField } from '@/components/ui/Select'
import { type FieldSpec, isSecret } from './field-spec'

type SpecFieldProps = { field: FieldSpec; typed?: Record<string, string>; isFaulty: boolean }

/** The field of a description. After a refusal it holds the typed value again. */
export function SpecField({ field, typed, isFaulty }: SpecFieldProps) {
  const listId = useId()
  const { name, label, hint, required } = field
  const value = isSecret(field) ? undefined : (typed?.[name] ?? field.value)
  const shared = { name, label, hint, required }
  switch (field.kind) {
    case 'line': {
      const { type, maxLength, autoComplete, inputMode, suggestions } = field
      return (
        <>
          <Field
            {...shared}
            {...{ type, maxLength, autoComplete, inputMode, isFaulty }}
            list={suggestions && listId}
            defaultValue={value}
          />
          {suggestions && (
            <datalist id={listId}>
              {suggestions.map((each) => (
                <option key={each} value={each} />
              ))}
            </datalist>
          )}
        </>
      )
    }
    case 'text': {
      const { rows, maxLength } = field
      return <TextareaField {...shared} {...{ rows, maxLength, isFaulty }} defaultValue={value} />
    }
    // React resets a submitted form to its default values: the key makes it render with the new ones.
    case 'tick':
      return <Checkbox key={value} {...shared} defaultChecked={value === 'on'} />
    case 'choice':
      return (
        <SelectField key={value} {...shared} isFaulty={isFaulty} defaultValue={value}>
          {field.options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </SelectField>
      )
  }
}
