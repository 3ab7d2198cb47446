import { useTranslations } from 'next-intl'
import { LineForm } from '@/components/ui/LineForm'
import { maxQueryGraphemes, searchBasePath } from '@/lib/urls/search-address'

type SearchFormProps = { typed?: string; hasHint?: boolean }

/** The search form. A plain form: the browser builds the address of the results. */
export function SearchForm({ typed = '', hasHint = false }: SearchFormProps) {
  const t = useTranslations('search')
  return (
    <search>
      <LineForm
        action={searchBasePath}
        name="q"
        type="search"
        label={t('label')}
        hint={hasHint ? t('hint', { example: 'dhaka' }) : undefined}
        submit={t('button')}
        defaultValue={typed}
        maxLength={2 * maxQueryGraphemes}
        enterKeyHint="search"
        autoCapitalize="none"
      />
    </search>
  )
}
