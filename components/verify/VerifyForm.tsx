import { useTranslations } from 'next-intl'
import { verifyBasePath } from '@/lib/urls/verify-address'

type VerifyFormProps = {
  /** What was typed last, shown again. */
  typed?: string
}

/** The form for a photocard's code. A plain form: the server builds the address. */
export function VerifyForm({ typed = '' }: VerifyFormProps) {
  const t = useTranslations('verify')
  return (
    <form action={verifyBasePath} className="grid max-w-measure gap-2">
      <label htmlFor="code" className="text-16 text-quiet">
        {t('label')}
      </label>
      <div className="flex">
        <input
          id="code"
          name="code"
          type="text"
          required
          defaultValue={typed}
          maxLength={200}
          enterKeyHint="go"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          aria-describedby="code-hint"
          className="min-h-12 w-0 min-w-0 flex-1 rounded-none border border-quiet bg-paper px-3 text-18"
        />
        <button
          type="submit"
          className="min-h-12 shrink-0 cursor-pointer bg-ink px-5 text-18 font-bold text-paper"
        >
          {t('button')}
        </button>
      </div>
      <p id="code-hint" className="text-14 text-quiet">
        {t('hint')}
      </p>
    </form>
  )
}
