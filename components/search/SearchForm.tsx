import { useTranslations } from 'next-intl'
import { maxQueryGraphemes, searchBasePath } from '@/lib/urls/search-address'

type SearchFormProps = { typed?: string; hasHint?: boolean }

/** The search form. A plain form: the browser builds the address of the results. */
export function SearchForm({ typed = '', hasHint = false }: SearchFormProps) {
  const t = useTranslations('search')
  return (
    <search>
      <form action={searchBasePath} className="grid max-w-measure gap-2">
        <label htmlFor="q" className="text-16 text-quiet">
          {t('label')}
        </label>
        <div className="flex">
          <input
            id="q"
            name="q"
            type="search"
            defaultValue={typed}
            maxLength={2 * maxQueryGraphemes}
            enterKeyHint="search"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            aria-describedby={hasHint ? 'q-hint' : undefined}
            className="min-h-12 w-0 min-w-0 flex-1 rounded-none border border-quiet bg-paper px-3 text-18"
          />
          <button
            type="submit"
            className="min-h-12 shrink-0 cursor-pointer bg-ink px-5 text-18 font-bold text-paper"
          >
            {t('button')}
          </button>
        </div>
        {hasHint && (
          <p id="q-hint" className="text-14 text-quiet">
            {t('hint', { example: 'dhaka' })}
          </p>
        )}
      </form>
    </search>
  )
}
