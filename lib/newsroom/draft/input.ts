import { z } from 'zod'
import { categorySlug, editStoryInput, instant, storyRef } from '@/lib/content-model/input'
import { filledText, rowNumber } from '@/lib/content-model/text-input'
import { contentInput } from './story-content'
import { maxAttempts } from './working-copy'

/** An identifier that the browser chose for a tab, an attempt or a form. */
const clientToken = z.string().regex(/^[\w.-]{8,64}$/)

const copyVersion = z.int().min(0).max(2_147_483_647)

export const newStoryInput = z.object({
  /** The form's identifier. A form that is sent twice creates one story. */
  key: clientToken,
  /** Defaults to the paper's first category. */
  category: categorySlug.optional(),
})

const tabFields = { articleId: rowNumber, tab: clientToken }

export const openInput = z.object({
  ...tabFields,
  /** The tab that this one replaces after a reload. */
  was: clientToken.nullish(),
})

export const presenceInput = z.object(tabFields)

/** A text as the browser sends it. A retry after a lost response has the same attempt. */
const writtenFields = {
  ...tabFields,
  onVersion: copyVersion,
  attempt: clientToken,
  earlier: z.array(clientToken).max(maxAttempts).default([]),
}

export const saveCopyInput = z.object({ ...writtenFields, content: contentInput })

export const takeOverInput = z.object({
  ...tabFields,
  /** The tab that held the lock when the user looked; only its lock is taken over. */
  from: clientToken.nullable(),
})

export const resolveConflictInput = z.object({
  ...writtenFields,
  conflictCopyId: rowNumber,
  /** The chosen content; null leaves the working copy unchanged. */
  content: contentInput.nullable(),
})

/** The story, and the working copy of it that was looked at; null for whatever there is. */
export const copyRef = storyRef.extend({ copyVersion: copyVersion.nullable() })

export const submitInput = copyRef.extend({ note: filledText(2_000).nullish() })
export const sendBackInput = copyRef.extend({ note: filledText(2_000) })
/** The terminal looks at no working copy: whatever the copy holds is taken along. */
const anyCopy = copyVersion.nullable().default(null)
export const publishInput = storyRef.extend({ copyVersion: anyCopy })
export const scheduleInput = publishInput.extend({
  publishAt: instant,
  /** Left out, an embargo stays as it is; null lifts it. */
  embargoUntil: instant.nullish(),
})
export const embargoInput = storyRef.extend({ embargoUntil: instant.nullable() })
/** Fields are for the terminal; without any, the working copy is what is written. */
export const editInput = editStoryInput.extend({
  copyVersion: anyCopy,
  /** The reason, shown in the list of revisions. */
  why: filledText(200).nullish(),
})
export const noteInput = editStoryInput.extend({
  copyVersion: anyCopy,
  kind: z.enum(['correction', 'update']),
  note: filledText(1_000),
})

/** Another wording of a correction or an update that readers have been told of. */
export const rewordNoteInput = storyRef.extend({ noteId: rowNumber, note: filledText(1_000) })

/** A save of a story. */
export const revisionRef = storyRef.extend({ number: rowNumber })
