import { z } from 'zod'
import { categorySlug, filledText, instant, rowNumber, storyRef } from '@/lib/articles/input'
import { contentInput } from './content'
import { mostAttempts } from './working-copy'

/** A name that a browser gave: to a tab, to an attempt, to a form. */
export const givenName = z.string().regex(/^[\w.-]{8,64}$/)

const copyVersion = z.int().min(0).max(2_147_483_647)

export const newStoryInput = z.object({
  /** The form's own: sent twice, it begins one story. */
  key: givenName,
  /** Left out, the paper's first. */
  category: categorySlug.optional(),
})

const place = { articleId: rowNumber, tab: givenName }

export const openInput = z.object({
  ...place,
  /** The tab that this one takes the place of: the page was loaded anew. */
  was: givenName.nullish(),
})

export const hereInput = z.object(place)

/** A text as a browser sends it: again, when no answer came, and then under the same attempt. */
const written = {
  ...place,
  onVersion: copyVersion,
  attempt: givenName,
  earlier: z.array(givenName).max(mostAttempts).default([]),
}

export const saveCopyInput = z.object({ ...written, content: contentInput })

export const takeOverInput = z.object({
  ...place,
  /** The tab the pen was seen in: taken is what was looked at. */
  from: givenName.nullable(),
})

export const settleParkedInput = z.object({
  ...written,
  parkedId: rowNumber,
  /** What was chosen of both; null leaves the working copy as it is. */
  content: contentInput.nullable(),
})

/** The story, and the working copy of it that was looked at; null for whatever there is. */
export const copyRef = storyRef.extend({ copyVersion: copyVersion.nullable() })

export const commitInput = copyRef.extend({
  /** Why, for the list of revisions. */
  why: filledText(200).nullish(),
})

export const submitInput = copyRef.extend({ note: filledText(2_000).nullish() })
export const sendBackInput = copyRef.extend({ note: filledText(2_000) })
export const scheduleCopyInput = copyRef.extend({ publishAt: instant })
export const embargoInput = storyRef.extend({ embargoUntil: instant.nullable() })
export const noteCopyInput = copyRef.extend({
  kind: z.enum(['correction', 'update']),
  note: filledText(1_000),
})

/** A save of a story. */
export const revisionRef = storyRef.extend({ number: rowNumber })
