import { useTranslations } from 'next-intl'
import { TapLink } from '@/components/ui/TapLink'
import { formatBanglaDate } from '@/lib/bengali/calendar/bangla-calendar'
import { formatLongDate, toIsoInZone } from '@/lib/bengali/calendar/dates'
import { formatHijriDate } from '@/lib/bengali/calendar/hijri'
import { type Category, categoryPath, topCategories } from '@/lib/content-model/category'
import type { Paper } from '@/lib/paper/paper'
import { searchBasePath } from '@/lib/urls/search-address'
import { CategoryMenu } from './CategoryMenu'

type MastheadProps = { paper: Paper; categories: Category[]; now: Date; isFront?: boolean }

/** The nameplate, the day in three calendars, and the way to every category. */
export function Masthead({ paper, categories, now, isFront = false }: MastheadProps) {
  const t = useTranslations('site')
  const name = (
    <a
      href="/"
      className="inline-block font-headline text-34 font-bold hover:no-underline md:text-42"
    >
      {paper.name}
    </a>
  )
  return (
    <header className="no-print border-b border-rule">
      <div className="mx-auto max-w-page px-4">
        <div className="flex flex-wrap items-baseline justify-between gap-x-6 pt-3 pb-2">
          {isFront ? <h1>{name}</h1> : <p>{name}</p>}
          <SearchLink />
          <ul
            aria-label={t('dates')}
            className="flex basis-full flex-wrap gap-x-3 text-14 text-quiet md:ml-auto md:basis-auto"
          >
            <li>
              <time dateTime={toIsoInZone(now).slice(0, 10)}>{formatLongDate(now)}</time>
            </li>
            <li>{formatBanglaDate(now)}</li>
            <li>{formatHijriDate(now, { monthOffsets: paper.hijriOffsets })}</li>
          </ul>
        </div>
        <CategoryMenu
          categories={categories}
          links={topCategories(categories).map((category) => ({
            path: categoryPath(category),
            name: category.name,
          }))}
        />
      </div>
    </header>
  )
}

/** Beside the nameplate on phones, after the dates from 768 px. */
function SearchLink() {
  const t = useTranslations('search')
  return (
    <TapLink href={searchBasePath} className="justify-end gap-1.5 text-16 font-bold md:order-last">
      <svg
        aria-hidden="true"
        viewBox="0 0 16 16"
        className="size-4 fill-none stroke-current stroke-2"
      >
        <circle cx="6.5" cy="6.5" r="5" />
        <path d="m10.5 10.5 4.5 4.5" />
      </svg>
      {t('link')}
    </TapLink>
  )
}
