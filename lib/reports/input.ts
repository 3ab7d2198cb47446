import { z } from 'zod'
import { filledText, rowNumber, text } from '@/lib/content-model/text-input'
import { reportLimits } from './report'

const optionalText = (maxLength: number) => text(maxLength).transform((value) => value || null)

export const reportInput = z.object({
  articleId: rowNumber,
  /** The form's token (lib/reader-forms/form-token.ts). */
  formKey: z.string().min(1).max(100),
  fault: filledText(reportLimits.fault),
  passage: optionalText(reportLimits.passage),
  contact: optionalText(reportLimits.contact),
})

export const handleReportInput = z.object({ id: rowNumber })
