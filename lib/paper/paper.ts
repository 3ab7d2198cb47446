import type { z } from 'zod'
import type { Category } from '@/lib/content-model/category'
import type { paperInput } from './input'

/** The paper as every page shows it. */
export type Paper = z.output<typeof paperInput>

/** A page that is not a story, as the footer lists it. */
export type PageLink = { slug: string; title: string }

/** The data of masthead and footer. */
export type SiteInfo = { paper: Paper; categories: Category[]; pages: PageLink[] }
