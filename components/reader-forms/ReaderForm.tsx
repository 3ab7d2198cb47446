import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { readerButtonClass, readerInputClass } from '@/components/ui/reader-control'
import { toBengaliDigits } from '@/lib/bengali/digits'
import { tokenField, trapField } from '@/lib/reader-forms/form-fields'
import type { RefusedForm } from '@/lib/render-context/render-context'

type ReaderFormProps = {
  action: string
  token: string
  /** The label of the button. */
  send: string
  refused: RefusedForm | null
  children: ReactNode
}

/** A form that readers send, without a script. The refusal stands above the fields, which keep what was typed. */
export function ReaderForm({ action, token, send, refused, children }: ReaderFormProps) {
  return (
    <form action={action} method="post" className="grid max-w-measure gap-5">
      {refused && <FormRefusalNotice refused={refused} />}
      <input type="hidden" name={tokenField} value={token} />
      {children}
      <Trap />
      <button type="submit" className={readerButtonClass({ className: 'justify-self-start' })}>
        {send}
      </button>
    </form>
  )
}

function FormRefusalNotice({ refused }: { refused: RefusedForm }) {
  const t = useTranslations('readerForms.refusals')
  const minutes = toBengaliDigits(Math.ceil((refused.retryAfterSeconds ?? 0) / 60))
  return (
    <p role="alert" className="border-2 border-accent p-4 text-18 font-bold">
      {t(refused.reason, { minutes })}
    </p>
  )
}

/** A field that readers do not see. */
function Trap() {
  const t = useTranslations('readerForms')
  return (
    <div aria-hidden="true" className="absolute -left-[100rem]">
      <label>
        {t('trap')}
        <input type="text" name={trapField} tabIndex={-1} autoComplete="off" />
      </label>
    </div>
  )
}

type ReaderFieldProps = {
  name: string
  label: string
  hint?: string
  /** The message of an invalid field. */
  wrong: string
  maxLength: number
  /** More than one: a text of several lines. */
  rows?: number
  isRequired?: boolean
  autoComplete?: string
  refused: RefusedForm | null
}

/** A field of a reader form, with what was typed before. The first field at fault has the focus. */
export function ReaderField(props: ReaderFieldProps) {
  const { name, label, hint, wrong, maxLength, rows = 1, isRequired, autoComplete, refused } = props
  const isWrong = refused?.fields.includes(name) ?? false
  const described = [isWrong && `${name}-wrong`, hint && `${name}-hint`].filter(Boolean).join(' ')
  const shared = {
    id: name,
    name,
    maxLength,
    required: isRequired,
    autoComplete,
    autoFocus: refused?.fields[0] === name,
    defaultValue: refused?.values[name],
    'aria-invalid': isWrong || undefined,
    'aria-describedby': described || undefined,
    className: readerInputClass({ place: 'form' }),
  }
  return (
    <div className="grid gap-1">
      <label htmlFor={name} className="text-18 font-bold">
        {label}
      </label>
      {hint && (
        <p id={`${name}-hint`} className="text-16 text-quiet">
          {hint}
        </p>
      )}
      {isWrong && (
        <p id={`${name}-wrong`} className="text-16 font-bold text-accent">
          {wrong}
        </p>
      )}
      {rows > 1 ? <textarea {...shared} rows={rows} /> : <input {...shared} type="text" />}
    </div>
  )
}
