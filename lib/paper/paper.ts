import type { Category } from '@/lib/categories/category'

/** The paper as every page shows it. */
export type Paper = {
  name: string
  tagline: string
  editor: string
  publisher: string
  address: string
  phone: string
  email: string
  /** Days by which a Hijri month as printed differs from reckoning: `{"1445-11": 0}`. */
  hijriOffsets: Record<string, number>
}

/** A page that is not a story, as the footer lists it. */
export type PageLink = { slug: string; title: string }

/** What stands around every page: the paper, its categories and its pages. */
export type Masthead = { paper: Paper; categories: Category[]; pages: PageLink[] }
