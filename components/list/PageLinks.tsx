import { Arrow } from '@/components/ui/Arrow'
import { TapLink } from '@/components/ui/TapLink'
import { toBengaliDigits } from '@/lib/bengali/digits'

type PageLinksProps = {
  label: string
  /** The pages with a link, in the order of their links; the current page and its neighbours are among them. */
  pages: number[]
  current: number
  /** Texts of the links to the neighbours. */
  previous: string
  next: string
  pathOf: (page: number) => string
  labelOf: (number: string) => string
}

/** Links to the other pages of a list. */
export function PageLinks(props: PageLinksProps) {
  const { label, pages, current, previous, next, pathOf, labelOf } = props
  const place = pages.indexOf(current)
  const [before, after] = [pages[place - 1], pages[place + 1]]
  const step = 'gap-1.5 font-bold text-accent'
  return (
    <nav
      aria-label={label}
      className="flex flex-wrap items-center gap-x-5 border-t border-rule py-3 text-16"
    >
      {before && (
        <TapLink href={pathOf(before)} rel="prev" className={step}>
          <Arrow to="previous" /> {previous}
        </TapLink>
      )}
      <ol className="flex flex-wrap gap-x-2">
        {pages.map((page) => (
          <li key={page}>
            <TapLink
              href={pathOf(page)}
              aria-current={page === current ? 'page' : undefined}
              aria-label={labelOf(toBengaliDigits(page))}
              className={`justify-center ${page === current ? 'border-b-3 border-accent font-bold' : ''}`}
            >
              {toBengaliDigits(page)}
            </TapLink>
          </li>
        ))}
      </ol>
      {after && (
        <TapLink href={pathOf(after)} rel="next" className={step}>
          {next} <Arrow to="next" />
        </TapLink>
      )}
    </nav>
  )
}
