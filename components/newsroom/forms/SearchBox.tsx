import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/Button'
import { Field } from '@/components/ui/Field'

/** Searches the list on the same page. The search text is kept in the address. */
export function SearchBox({ label, typed }: { label: string; typed: string }) {
  const t = useTranslations('newsroomAct')
  return (
    <search>
      <form className="flex max-w-measure flex-wrap items-end gap-3">
        <div className="flex-1">
          <Field label={label} type="search" name="q" defaultValue={typed} maxLength={200} />
        </div>
        <Button type="submit">{t('find')}</Button>
      </form>
    </search>
  )
}
