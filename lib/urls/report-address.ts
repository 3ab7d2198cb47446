/** The form in which a reader reports a fault in the story of that number. */
export const reportPath = (articleId: number) => `/report/${articleId}`

/** The page that thanks for a report. */
export const reportSentPath = (articleId: number) => `${reportPath(articleId)}/sent`
