import { z } from 'zod'
import { filledText } from '@/lib/content-model/text-input'

/** The first part of a category's address, as the database checks it too. */
const slugInput = z
  .string()
  .max(60)
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)

/** A slug that is looked up and never written. */
const knownSlug = z.string().min(1).max(60)

export const addCategoryInput = z.object({
  slug: slugInput,
  name: filledText(60),
  /** The parent category; null for a top category. */
  parent: knownSlug.nullable(),
})

export const renameCategoryInput = z
  .object({
    slug: knownSlug,
    name: filledText(60).optional(),
    /** The new address. The old one redirects to it. */
    newSlug: slugInput.optional(),
  })
  .refine(({ name, newSlug }) => name !== undefined || newSlug !== undefined, { path: ['name'] })

export const mergeCategoriesInput = z.object({ slug: knownSlug, into: knownSlug })

/** A parent of null makes it a top category. */
export const moveCategoryInput = z.object({ slug: knownSlug, parent: knownSlug.nullable() })

export const orderCategoriesInput = z.object({
  /** The parent of the siblings; null for the top categories. */
  parent: knownSlug.nullable(),
  /** All siblings, in their new order. */
  slugs: z.array(knownSlug).min(1).max(200),
})
