import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/ui/ButtonLink'
import type { TaxonomyName } from '@/lib/taxonomy/taxonomy-name'

type AuthorChoicesProps = { choices: (TaxonomyName & { path: string })[] }

/** The typed name matches several contributors: a link to each. */
export function AuthorChoices({ choices }: AuthorChoicesProps) {
  const t = useTranslations('newsroomLists')
  if (choices.length === 0) return null
  return (
    <section aria-labelledby="who-is-meant" className="grid gap-2">
      <h2 id="who-is-meant" className="text-18">
        {t('whoIsMeant')}
      </h2>
      <ul className="flex flex-wrap gap-x-6">
        {choices.map(({ id, name, kind, path }) => (
          <li key={id}>
            <ButtonLink href={path}>{kind === 'desk' ? t('deskName', { name }) : name}</ButtonLink>
          </li>
        ))}
      </ul>
    </section>
  )
}
