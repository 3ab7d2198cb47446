import { readerFormRoute } from '@/app/(reader)/_forms/reader-form-route'
import { reportFault } from '@/lib/reports/commands'
import { reportFields } from '@/lib/reports/report'
import { reportSentPath } from '@/lib/urls/report-address'

/** Takes the form of /report/ID. */
export const POST = readerFormRoute({
  name: 'report',
  fields: reportFields,
  command: reportFault,
  inputOf: (articleId, values, formKey) => ({
    articleId,
    formKey,
    fault: values.fault,
    passage: values.passage,
    contact: values.contact,
  }),
  sentPath: reportSentPath,
  answers: { tooManyReports: { status: 429, reason: 'full' } },
})
