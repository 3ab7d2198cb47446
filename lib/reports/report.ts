/** The longest texts of a report, in UTF-16 units as browsers count them for `maxlength`. */
export const reportLimits = { fault: 2_000, passage: 500, contact: 200 } as const

/** The fields of the form, in their order. */
export const reportFields = ['fault', 'passage', 'contact'] as const
export type ReportField = (typeof reportFields)[number]

/** A fault that a reader reported, as the newsroom sees it. */
export type ReaderReport = {
  id: number
  fault: string
  passage: string | null
  /** Null when the reader gave none, and after the report was handled. */
  contact: string | null
  createdAt: Date
  handled: { at: Date; by: string } | null
}
