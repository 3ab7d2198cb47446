/** The fields that every reader form has beside its own. */
export const tokenField = 'token'
/** Hidden from readers. A program that fills in every field fills this one in, too. */
export const trapField = 'website'
