import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { addCategoryInput } from '../../lib/categories/input'
import type { Body } from '../../lib/content-model/body'
import { bodyInput, storyInput } from '../../lib/content-model/input'
import { pictureInput } from '../../lib/media/input'
import { paperInput } from '../../lib/paper/input'
import { contributorInput, sourceInput, topicInput } from '../../lib/taxonomy/input'

/**
 * A block as the data files write it: a bare text is a paragraph, a bare text inside a block is one plain run, and a
 * picture is named by its key. All else is a block of `lib/content-model/blocks`.
 */
const seedBlock = z.union([z.string(), z.looseObject({ kind: z.string() })])
type SeedBlock = z.output<typeof seedBlock>

const slug = z.string()
const pageSeed = z.strictObject({ slug, title: z.string(), body: z.array(seedBlock) })

const storySeed = z.strictObject({
  ...storyInput.shape,
  body: z.array(seedBlock),
  /** Unique in the paper. */
  key: z.string(),
  category: slug,
  bylines: z.array(slug),
  topics: z.array(slug),
  source: slug.optional(),
  image: z.string().optional(),
  /** Age when the sample paper is loaded; the paper is always fresh. */
  hoursAgo: z.number(),
  /** A noted change readers can see, with its note. */
  correction: z
    .strictObject({
      hoursAgo: z.number(),
      kind: z.enum(['update', 'correction']),
      note: z.string(),
    })
    .optional(),
  status: z.enum(['draft', 'published', 'withdrawn']).default('published'),
})
export type StorySeed = z.output<typeof storySeed>

const paperSeed = z.strictObject({
  settings: paperInput.omit({ hijriOffsets: true }),
  pictureCredit: z.string(),
  /** In the order of the menu. */
  categories: z.array(addCategoryInput.extend({ parent: slug.nullable().default(null) })),
  contributors: z.array(contributorInput.required().extend({ slug })),
  sources: z.array(sourceInput.extend({ slug })),
  topics: z.array(topicInput.extend({ slug })),
})

const readData = <T extends z.ZodType>(name: string, schema: T) =>
  schema.parse(JSON.parse(readFileSync(new URL(`./${name}.json`, import.meta.url), 'utf8')))

/** The sample paper itself. Its numbers and addresses are plainly samples. */
export const paper = readData('paper', paperSeed)
/** By key; the files are `pictures/<key>.jpg`. */
export const pictures = readData('pictures', z.record(z.string(), pictureInput))
export const pages = readData('pages', z.array(pageSeed))
export const stories = paper.categories
  .filter(({ parent }) => parent === null)
  .flatMap((category) => readData(`stories/${category.slug}`, z.array(storySeed)))

const plain = (text: string) => [{ text }]
const withRuns = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map((each) => (typeof each === 'string' ? plain(each) : withRuns(each)))
    : value

/** `pictureId` finds a picture's number by its key. @throws ZodError when a block is none of a story's */
export function toBody(blocks: SeedBlock[], pictureId: (key: string) => number): Body {
  const full = blocks.map((block) => {
    if (typeof block === 'string') return { kind: 'paragraph', content: plain(block) }
    const { image, content, ...rest } = block
    return {
      ...Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, withRuns(value)])),
      ...(content !== undefined && {
        content: typeof content === 'string' ? plain(content) : content,
      }),
      ...(typeof image === 'string' && { imageId: pictureId(image) }),
    }
  })
  return bodyInput.parse(full)
}
