import { compareBengali } from '@/lib/bengali/collation'
import { listWords } from '@/lib/bengali/text/shorten'
import type {
  Article,
  Contributor,
  Picture,
  Source,
  StorySummary,
  Topic,
} from '@/lib/content-model/article'
import { type Block, bodyText, imageIdsOf } from '@/lib/content-model/body'
import type { Category } from '@/lib/content-model/category'
import { inStory } from '@/lib/content-model/picture-words'
import type { FrontMaterial, FrontPlace } from '@/lib/front/front'
import { normalizeContent, type StoryContent } from '@/lib/newsroom/draft/story-content'

/** Where a story is looked at before readers have it: on its own page, on two others, and as others' sites show it. */
export const previewViewNames = ['article', 'front', 'category', 'card'] as const
export type PreviewViewName = (typeof previewViewNames)[number]

/** The fields of a story's page that result from its publication. */
export type StoryPublication = Pick<
  Article,
  'id' | 'publicAt' | 'isHeadlineOnly' | 'notedChangeAt' | 'corrections' | 'related'
>

/** The names and pictures that a content refers to by id. */
export type StoryReferences = {
  category: { slug: string; name: string }
  contributors: Record<number, Contributor>
  topics: Record<number, Topic>
  sources: Record<number, Source>
  pictures: Record<number, Picture>
}

/** The numbers whose meaning a content needs. */
export type ReferenceIds = {
  category: string
  contributors: number[]
  topics: number[]
  sources: number[]
  pictures: number[]
}

/** The surroundings of the story in the preview. */
export type PreviewContext =
  | { view: 'article'; moreInCategory: StorySummary[]; latest: StorySummary[] }
  | { view: 'front'; material: FrontMaterial; place: FrontPlace }
  | { view: 'category'; stories: StorySummary[]; number: number; newest: number }
  | { view: 'card' }

/**
 * All that a story's content is drawn with. Known once, a browser draws every letter that is typed by itself, with the
 * readers' own components (docs/decisions/011-preview.md).
 */
export type Preview = {
  publication: StoryPublication
  references: StoryReferences
  categories: Category[]
  context: PreviewContext
  siteUrl: string
  now: Date
}

export const referenceIdsOf = (content: StoryContent): ReferenceIds => ({
  category: content.category,
  contributors: content.contributorIds,
  topics: content.topicIds,
  sources: content.sourceId === null ? [] : [content.sourceId],
  pictures: [
    ...new Set([
      ...(content.leadImageId === null ? [] : [content.leadImageId]),
      ...imageIdsOf(content.body),
    ]),
  ],
})

const orNull = (text: string) => text || null

// A link is without its address until it is typed: a finished story has none like it.
const isDrawable = (block: Block) => block.kind !== 'embed' || block.url !== ''

function leadOf({ leadImageId, leadWords }: StoryContent, { pictures }: StoryReferences) {
  const picture = leadImageId === null ? undefined : pictures[leadImageId]
  return picture ? inStory(picture, leadWords) : null
}

/** The story as its readers' query finds it once the content is committed; a test runs both over any content. */
export function articleOf(
  content: StoryContent,
  publication: StoryPublication,
  references: StoryReferences,
): Article {
  const normalized = normalizeContent(content)
  const body = normalized.body.filter(isDrawable)
  const known = <Reference>(ids: number[], all: Record<number, Reference>) =>
    ids.flatMap((id) => all[id] ?? [])
  const pictures = known(imageIdsOf(body), references.pictures)
  return {
    ...publication,
    isHeadlineOnly: publication.isHeadlineOnly && body.length === 0,
    headline: normalized.headline,
    kicker: orNull(normalized.kicker),
    standfirst: orNull(normalized.standfirst),
    dateline: orNull(normalized.dateline),
    category: references.category,
    image: leadOf(normalized, references),
    body,
    wordCount: listWords(bodyText(body)).length,
    bylines: known(normalized.contributorIds, references.contributors),
    topics: known(normalized.topicIds, references.topics).sort((a, b) =>
      compareBengali(a.name, b.name),
    ),
    source: normalized.sourceId === null ? null : (references.sources[normalized.sourceId] ?? null),
    pictures: Object.fromEntries(pictures.map((picture) => [picture.id, picture])),
  }
}

/** The story as lists show it. */
export function summaryOf(article: Article): StorySummary {
  const { id, headline, kicker, standfirst, category, publicAt, image } = article
  return { id, headline, kicker, standfirst, category, publicAt, image }
}

const instants = new Set(['publicAt', 'notedChangeAt', 'at', 'now'])
const isInstant = (name: string, value: unknown): value is string =>
  instants.has(name) && typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value)

/** A preview out of the JSON it was sent in, with what came beside it. */
export function parsePreview<Sent extends { preview: Preview }>(json: string): Sent {
  return JSON.parse(json, (name, value) => (isInstant(name, value) ? new Date(value) : value))
}
