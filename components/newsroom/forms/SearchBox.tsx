import { useTranslations } from 'next-intl'
import { useId } from 'react'

/** Searches the list on the same page. The search text is kept in the address. */
export function SearchBox({ label, typed }: { label: string; typed: string }) {
  const t = useTranslations('newsroomAct')
  const id = useId()
  return (
    <search>
      <form className="flex max-w-measure flex-wrap items-end gap-3">
        <div className="grid flex-1 gap-1">
          <label htmlFor={id} className="text-16 font-bold">
            {label}
          </label>
          <input
            id={id}
            type="search"
            name="q"
            defaultValue={typed}
            maxLength={200}
            className="min-h-11 w-full min-w-0 border border-edge bg-paper px-3 py-2 text-16"
          />
        </div>
        <button type="submit" className="min-h-11 border border-edge px-4 text-16 font-bold">
          {t('find')}
        </button>
      </form>
    </search>
  )
}
