/**
 * How large a reader's form may be, in bytes as sent. A Bengali letter is nine of them, so that a form with 3,000 letters
 * fits.
 */
export const maxReaderFormBytes = 32 * 1024

/** The only encoding that reader forms are sent in. */
export const formMediaType = 'application/x-www-form-urlencoded'
