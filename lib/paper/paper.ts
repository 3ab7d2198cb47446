import type { Category } from '@/lib/content-model/category'

/** The paper as every page shows it. */
export type Paper = {
  name: string
  tagline: string
  editor: string
  publisher: string
  address: string
  phone: string
  email: string
  /** Months that began otherwise than a day after Umm al-Qura has it: `{"1447-3": -2}` (lib/bengali/calendar/hijri.ts). */
  hijriOffsets: Record<string, number>
}

/** A page that is not a story, as the footer lists it. */
export type PageLink = { slug: string; title: string }

/** What stands around every page: the paper, its categories and its pages. */
export type SiteInfo = { paper: Paper; categories: Category[]; pages: PageLink[] }
